import { ApiError } from '../../../src/embedded/richapi/apiError';
import { BatchProcessor } from '../../../src/embedded/richapi/batchProcessor';
import { Requirements } from '../../../src/embedded/richapi/requirements';
import { Batch } from './batch';
import { registerModel } from './register';

const setUp = (names: readonly string[] = ['Anne', 'Bruno', 'Chloé'], requirements?: Requirements) => {
  const model = registerModel(names);
  const unexpected: unknown[] = [];
  const processor = new BatchProcessor(model, {
    ...(requirements && { requirements }),
    onUnexpected: (error) => unexpected.push(error),
  });
  const batch = new Batch();
  const people = batch.property(1, 'People');
  return { model, processor, batch, people, unexpected, run: () => processor.process(batch.request) };
};

const values = (response: ReturnType<BatchProcessor['process']>): unknown[] => response.Results.map(({ Value }) => Value);

describe('loading', () => {
  test('scalars come in PascalCase, whatever the case they were asked in', () => {
    const { batch, run } = setUp();
    batch.load(1, 'TITLE');
    expect(values(run())).toEqual([{ Title: 'Registre' }]);
  });

  test('nothing asked gives all scalars but those on demand, and no other object', () => {
    const { batch, people, run } = setUp();
    batch.load(batch.item(people, 'p1'));
    expect(values(run())).toEqual([{ Id: 'p1', Name: 'Anne', Age: 0 }]);
  });

  test('a scalar on demand comes when named', () => {
    const { batch, people, run } = setUp();
    batch.load(batch.item(people, 'p1'), 'biography');
    expect(values(run())).toEqual([{ Id: 'p1', Biography: 'Anne, 0' }]);
  });

  test('an object below is reached by path, or whole by its name', () => {
    const { batch, people, run } = setUp();
    const person = batch.item(people, 'p1');
    batch.load(person, 'address/city').load(person, 'address');
    expect(values(run())).toEqual([
      { Id: 'p1', Address: { City: 'Lyon' } },
      { Id: 'p1', Address: { City: 'Lyon', Street: '' } },
    ]);
  });

  test('expand loads the named object with all its scalars', () => {
    const { batch, people, run } = setUp();
    batch.query(batch.item(people, 'p1'), { Select: ['name'], Expand: ['address'] });
    expect(values(run())).toEqual([{ Id: 'p1', Name: 'Anne', Address: { City: 'Lyon', Street: '' } }]);
  });

  test('a collection gives its own scalars and its items, each with what addresses it', () => {
    const { batch, people, run } = setUp(['Anne', 'Bruno']);
    batch.load(people, 'name', 'count');
    expect(values(run())).toEqual([
      {
        Count: 2,
        _Items: [
          { _Index: 0, Id: 'p1', Name: 'Anne' },
          { _Index: 1, Id: 'p2', Name: 'Bruno' },
        ],
      },
    ]);
  });

  test('a collection below another object is asked through items', () => {
    const { batch, run } = setUp(['Anne']);
    batch.load(1, 'people/items/name');
    expect(values(run())).toEqual([{ People: { _Items: [{ _Index: 0, Id: 'p1', Name: 'Anne' }] } }]);
  });

  test('only the count of a collection does not read its items', () => {
    const { batch, people, run } = setUp();
    batch.load(people, 'count');
    expect(values(run())).toEqual([{ Count: 3 }]);
  });

  test('top and skip cut the items and keep their index', () => {
    const { batch, people, run } = setUp();
    batch.query(people, { Select: ['name'], Top: 1, Skip: 1 });
    expect(values(run())).toEqual([{ _Items: [{ _Index: 1, Id: 'p2', Name: 'Bruno' }] }]);
  });

  test('retrieve answers in the spelling of the typings, items with what finds them again', () => {
    const { batch, run } = setUp(['Anne']);
    batch.retrieve(1, 'people/items/name', 'title');
    expect(values(run())).toEqual([{ title: 'Registre', people: { items: [{ _Id: 'p1', name: 'Anne' }] } }]);
  });

  test('a property that nobody knows is the mistake of who asks', () => {
    const { batch, run } = setUp();
    batch.load(1, 'titel');
    expect(run().Error).toMatchObject({ Code: 'InvalidArgument', Location: 'Register.load', ActionIndex: 0 });
  });
});

describe('objects that do not exist', () => {
  test('are null, like all below them, and calls on them answer so', () => {
    const { batch, people, run } = setUp();
    const nobody = batch.method(people, 'GetItemOrNullObject', 'p9');
    const address = batch.property(nobody, 'Address');
    batch.instantiate(nobody).load(address, 'city').call(nobody, 'Explode');
    expect(values(run())).toEqual([null, null, { _IsNull: true }]);
  });

  test('an empty navigation property is null', () => {
    const { batch, run } = setUp();
    batch.load(1, 'keeper/name');
    expect(values(run())).toEqual([{ Keeper: null }]);
  });

  test('setting a property of one is refused', () => {
    const { batch, people, run } = setUp();
    batch.set(batch.method(people, 'GetItemOrNullObject', 'p9'), 'Age', 3);
    expect(run().Error).toMatchObject({ Code: 'InvalidOperation' });
  });
});

describe('what is not declared', () => {
  test.each<[string, string, (batch: Batch) => Batch]>([
    ['a property that exists', 'Register.secret', (batch) => batch.load(batch.property(1, 'Secret'))],
    ['a method that exists', 'Register.burn', (batch) => batch.call(1, 'Burn')],
    ['what every object has', 'Register.constructor', (batch) => batch.call(1, 'Constructor')],
    ['an inherited method', 'Register.toString', (batch) => batch.call(1, 'ToString')],
    ['an internal method by its public name', 'Register.audit', (batch) => batch.call(1, 'Audit')],
    ['a scalar followed as an object', 'Register.title', (batch) => batch.load(batch.property(1, 'Title'))],
    ['a method set as a property', 'Register.seal', (batch) => batch.set(1, 'Seal', 1)],
  ])('%s refuses by name', (_case, name, build) => {
    const { model, batch, processor } = setUp();
    const response = processor.process(build(batch).request);
    expect(response.Error).toMatchObject({
      Code: 'NotImplemented',
      Message: `${name} is not implemented by this host`,
      Location: name,
    });
    expect(model.root.title).toBe('Registre');
  });

  test('a declared scalar without a setter refuses to be set, by name', () => {
    const { batch, people, run } = setUp();
    batch.set(batch.item(people, 'p1'), 'Name', 'X');
    expect(run().Error).toMatchObject({ Code: 'NotImplemented', Message: 'Setting Person.name is not implemented by this host' });
  });

  test('a class that is not offered cannot be made', () => {
    const { batch, run } = setUp();
    batch.instantiate(batch.made('Some.Service'));
    expect(run().Error).toMatchObject({ Code: 'NotImplemented', Message: 'new Some.Service() is not implemented by this host' });
  });

  test('an action of an unknown type refuses', () => {
    const { batch, run } = setUp();
    batch.of(6, 1);
    expect(run().Error?.Code).toBe('NotImplemented');
  });
});

describe('calls and assignments', () => {
  test('an argument left out is undefined', () => {
    const { batch, run } = setUp();
    batch.call(1, 'Seal', [null]).call(1, 'Seal', ['full']);
    expect(values(run())).toEqual(['no reason', 'full']);
  });

  test('internal methods answer under their underscore', () => {
    const { batch, run } = setUp();
    batch.call(1, '_Audit');
    expect(values(run())).toEqual([42]);
  });

  test('objects arrive as such, in lists too', () => {
    const { batch, people, run } = setUp();
    const couple = [batch.item(people, 'p1'), batch.item(people, 'p2')];
    batch.call(people, 'Marry', [couple.map(String)], [couple]);
    expect(values(run())).toEqual([2]);
  });

  test('a path is followed once in a batch, however often it is used', () => {
    const { model, batch, people, run } = setUp([]);
    const added = batch.method(people, 'Add', 'Zoé');
    batch.instantiate(added).set(added, 'Age', 7).load(added, 'age');
    expect(values(run())).toEqual([{ Id: 'p1' }, { Id: 'p1', Age: 7 }]);
    expect(model.root.people.items).toHaveLength(1);
  });

  test('a wire name of its own reaches the member it stands for', () => {
    const { model, batch, people, run } = setUp();
    batch.set(batch.item(people, 'p2'), 'Years', 33);
    run();
    expect(model.root.people.items[1]?.age).toBe(33);
  });

  test('update sets each property, those of objects below included', () => {
    const { model, batch, people, run } = setUp();
    batch.update(batch.item(people, 'p1'), { Age: 5, Address: { City: 'Nice', Street: 'rue Haute' } });
    expect(run().Error).toBeUndefined();
    const anne = model.root.people.items[0];
    expect([anne?.age, anne?.address.city, anne?.address.street]).toEqual([5, 'Nice', 'rue Haute']);
  });
});

describe('failures', () => {
  test('end the batch, and what ran before stays done', () => {
    const { model, batch, people, run } = setUp();
    batch.set(batch.item(people, 'p1'), 'Age', 5).instantiate(batch.item(people, 'p9')).set(batch.item(people, 'p2'), 'Age', 6);
    expect(run()).toMatchObject({ Results: [], Error: { Code: 'ItemNotFound', Location: 'People.getItem', ActionIndex: 1 } });
    expect(model.root.people.items.map(({ age }) => age)).toEqual([5, 0, 0]);
  });

  test('carry code, Excel message, HTTP status and the member that refused', () => {
    const { batch, people, run } = setUp();
    batch.set(batch.item(people, 'p1'), 'Age', -1);
    expect(run().Error).toEqual({
      Code: 'InvalidArgument',
      Message: 'The argument is invalid or missing or has an incorrect format.',
      Location: 'Person.age',
      ActionIndex: 0,
      HttpStatusCode: 400,
    });
  });

  test('of the model itself are a GeneralException that says nothing of its inside, and are told to the host', () => {
    const { batch, people, unexpected, run } = setUp();
    batch.call(batch.item(people, 'p1'), 'Explode');
    expect(run().Error).toMatchObject({ Code: 'GeneralException', HttpStatusCode: 500 });
    expect(run().Error?.Message).not.toContain('mistake');
    expect(unexpected[0]).toBeInstanceOf(RangeError);
  });

  test('can be caused from outside at any action', () => {
    const model = registerModel(['Anne']);
    let action = 0;
    const processor = new BatchProcessor(model, {
      beforeAction: () => {
        if (++action === 2) throw new ApiError('AccessDenied');
      },
    });
    const response = processor.process(new Batch().load(1, 'title').load(1, 'title').load(1, 'title').request);
    expect(response).toMatchObject({ Results: [{}], Error: { Code: 'AccessDenied', ActionIndex: 1 } });
  });

  test('the model is told of the end of a batch that failed', () => {
    const ends: string[] = [];
    const model = { ...registerModel(), beginBatch: () => ends.push('begin'), endBatch: () => ends.push('end') };
    new BatchProcessor(model).process(new Batch().call(1, 'Burn').request);
    expect(ends).toEqual(['begin', 'end']);
  });
});

test('a mistake of the model at the end of a batch is an error of the batch', () => {
  const model = {
    ...registerModel(),
    endBatch: () => {
      throw new RangeError('deferred');
    },
  };
  expect(new BatchProcessor(model).process(new Batch().load(1, 'title').request)).toMatchObject({
    Results: [{}],
    Error: { Code: 'GeneralException', ActionIndex: 0 },
  });
});

describe('objects kept between batches', () => {
  test('are found again by the reference they were given, until it is released', () => {
    const { batch, people, processor, run } = setUp();
    const person = batch.method(people, 'First');
    batch.call(person, '_KeepReference').instantiate(person);
    const { _ReferenceId: reference } = values(run())[1] as { _ReferenceId: string };

    const again = new Batch();
    again.load(again.kept(reference), 'name').call(1, '_GetReferenceCount').call(1, '_RemoveReference', [reference]);
    expect(values(processor.process(again.request))).toEqual([{ Id: 'p1', Name: 'Anne', _ReferenceId: reference }, 1, null]);
    expect(processor.process(again.request).Error).toMatchObject({ Code: 'InvalidReference' });
  });

  test('a class that cannot be kept says so', () => {
    const { batch, run } = setUp();
    batch.call(1, '_KeepReference');
    expect(run().Error?.Code).toBe('NotImplemented');
  });
});

describe('traces and events', () => {
  test('traces that ran are listed; one after a failure is not', () => {
    const { batch, run } = setUp();
    batch.trace().call(1, 'Burn').trace();
    expect(run()).toMatchObject({ TraceIds: [1], Results: [{ ActionId: 1, Value: null }] });
  });

  test('an event is told to the targets that listen, while they do', () => {
    const { batch, people, processor, run } = setUp();
    const born = { type: 7, targets: ['Everyone', 'p1'], args: { name: 'Zoé' } };
    expect(processor.session.events.messages(born)).toEqual([]);
    batch.call(people, '_RegisterBornEvent');
    run();
    expect(processor.session.events.messages(born)).toEqual([{ type: 7, target: 'Everyone', args: { name: 'Zoé' } }]);
    const end = new Batch();
    end.call(end.property(1, 'People'), '_UnregisterBornEvent');
    processor.process(end.request);
    expect(processor.session.events.messages(born)).toEqual([]);
  });
});

describe('requirement sets', () => {
  const sets = {
    Register: { 'PeopleApi 1.1': 'title people', 'PeopleApi 1.10': 'seal', 'PeopleApi 1.2': 'tithe' },
    Person: { 'PeopleApi 1.9': 'age' },
  };
  const declared = (version: string) => new Requirements(sets, { PeopleApi: version });

  test('a member of a newer set is not found, one of the declared set is', () => {
    const build = (version: string) => {
      const { batch, run } = setUp([], declared(version));
      batch.call(1, 'Seal');
      return run();
    };
    expect(build('1.9').Error).toMatchObject({ Code: 'ApiNotFound', Location: 'Register.seal', HttpStatusCode: 404 });
    expect(build('1.10').Error).toBeUndefined();
  });

  test('a member of the typings that the model lacks: not found below its set, not implemented above', () => {
    const build = (version: string) => {
      const { batch, run } = setUp([], declared(version));
      batch.load(1, 'TITHE');
      return run().Error;
    };
    expect(build('1.1')?.Code).toBe('ApiNotFound');
    expect(build('1.2')).toMatchObject({ Code: 'NotImplemented', Message: 'Register.tithe is not implemented by this host' });
  });

  test('a load of everything leaves newer scalars out, a load by name refuses', () => {
    const { batch, people, run } = setUp(['Anne'], declared('1.1'));
    const person = batch.item(people, 'p1');
    batch.load(person).load(person, 'age');
    expect(run()).toMatchObject({
      Results: [{ Value: { Id: 'p1', Name: 'Anne' } }],
      Error: { Code: 'ApiNotFound', Location: 'Person.age' },
    });
  });
});
