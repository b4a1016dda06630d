import { ApiEvents, type ApiClass, type ApiModel } from '../../../src/embedded/richapi/apiClass';
import { ApiError } from '../../../src/embedded/richapi/apiError';

/** A parish register of people: an object model that has nothing to do with spreadsheets. */
export class Register {
  static readonly api = {
    name: 'Register',
    scalars: ['title'],
    navigation: ['people', 'keeper'],
    methods: ['seal'],
    internalMethods: ['audit'],
  } satisfies ApiClass;

  title = 'Registre';
  sealed = false;
  secret = 'not declared';
  readonly people = new People();
  keeper: Person | null = null;

  seal(reason?: string): string {
    this.sealed = true;
    return reason ?? 'no reason';
  }
  audit(): number {
    return 42;
  }
  burn(): void {
    this.title = 'ashes';
  }
}

class People {
  static readonly api = {
    name: 'People',
    scalars: ['count'],
    methods: ['add', 'getItem', 'getItemOrNullObject', 'marry', 'first'],
    events: { onBorn: { registration: 'Born', type: 7 } },
    collection: true,
  } satisfies ApiClass;

  readonly eventTarget = 'Everyone';
  readonly items: Person[] = [];

  get count(): number {
    return this.items.length;
  }
  add(name: string): Person {
    if (typeof name !== 'string') throw new ApiError('InvalidArgument');
    const person = new Person(`p${String(this.items.length + 1)}`, name);
    this.items.push(person);
    return person;
  }
  getItem(id: string): Person {
    const person = this.getItemOrNullObject(id);
    if (!person) throw new ApiError('ItemNotFound');
    return person;
  }
  getItemOrNullObject(id: string): Person | null {
    return this.items.find((person) => person.id === id) ?? null;
  }
  marry(couple: Person[]): number {
    return couple.filter((person) => person instanceof Person).length;
  }
  first(): Person {
    return this.getItem('p1');
  }
}

export class Person {
  static readonly api = {
    name: 'Person',
    scalars: ['id', 'name', 'age'],
    onDemand: ['biography'],
    navigation: ['address'],
    methods: ['explode'],
    wireNames: { Years: 'age' },
    reference: true,
  } satisfies ApiClass;

  readonly address = new Address();
  private years = 0;

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  get age(): number {
    return this.years;
  }
  set age(value: number) {
    if (value < 0) throw new ApiError('InvalidArgument');
    this.years = value;
  }
  get biography(): string {
    return `${this.name}, ${String(this.years)}`;
  }
  explode(): void {
    throw new RangeError('a mistake of the model');
  }
}

class Address {
  static readonly api = { name: 'Address', scalars: ['city', 'street'] } satisfies ApiClass;

  private where = { city: 'Lyon', street: '' };

  get city(): string {
    return this.where.city;
  }
  set city(value: string) {
    this.where = { ...this.where, city: value };
  }
  get street(): string {
    return this.where.street;
  }
  set street(value: string) {
    this.where = { ...this.where, street: value };
  }
}

export const registerModel = (names: readonly string[] = []): ApiModel & { root: Register } => {
  const root = new Register();
  for (const name of names) root.people.add(name);
  return { root, events: new ApiEvents() };
};
