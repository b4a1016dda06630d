import type { ApiModel } from '../richapi/apiClass';
import { BatchProcessor } from '../richapi/batchProcessor';
import type { EventMessage } from '../richapi/eventRegistry';
import { Requirements, type ApiSets, type DeclaredSets } from '../richapi/requirements';
import { parseBatch } from '../richapi/wire';
import { AddinInternalService } from './addinInternalService';
import { appContext, hostName, type DocumentFacts } from './appContext';
import { Conditions } from './conditions';
import { actionKind, event, parseRequest, reply, type Request, type Sender } from './envelope';
import { dispatch, failure, methodCall, wireFailure, type MethodCall } from './methodCall';
import { batchKind, utf8Length, type MessageKind, type WireObserver } from './wireObserver';

export type OfficeHostOptions = DocumentFacts & {
  readonly model: ApiModel;
  readonly declared: DeclaredSets;
  /** Requirement set of each member, to refuse those that `declared` does not cover. */
  readonly apiSets?: ApiSets;
  /** The settings kept in the document: name to JSON text. `saveAsync` replaces them. */
  readonly settings: Map<string, string>;
  readonly onUnexpected?: (error: unknown) => void;
};

/** How messages reach the add-in: `origin` is what office.js takes for the host page's origin. */
export type Transport = { readonly origin: string; readonly send: (text: string) => void };

/** A ribbon command that its function has ended with `event.completed()`. */
export type CompletedCommand = {
  readonly id: string;
  /** False where the page has no such function, or none yet. */ readonly hasRun: boolean;
};

const COMMAND_INVOKED = 'appCommandInvoked';

let conversations = 0;

/**
 * The host's side of the conversation with one load of office.js: start-up, batches, settings, ribbon commands, events.
 * Texts come in through `receive` and leave through the transport.
 */
export class OfficeHost {
  readonly conditions = new Conditions();
  private readonly conversation = `conversation-${String(++conversations)}-${Math.random().toString(36).slice(2)}`;
  private readonly processor: BatchProcessor;
  private readonly observers = new Set<WireObserver>();
  private readonly subscribed = new Set<string>();
  private readonly commands = new Map<string, (status: number) => void>();
  private readonly stopListening: () => void;
  private transport: Transport | null = null;
  private waiting: EventMessage[] = [];
  /** Ribbon buttons pressed before the add-in listens to them. */
  private readonly pressed: (() => void)[] = [];
  private selectionMoved = false;
  private processing: MessageKind | null = null;
  private commandCount = 0;

  constructor(private readonly options: OfficeHostOptions) {
    const { model, apiSets, declared, onUnexpected } = options;
    this.processor = new BatchProcessor(model, {
      ...(apiSets && { requirements: new Requirements(apiSets, declared) }),
      creatable: { 'Microsoft.InternalService.AddinInternalService': () => new AddinInternalService() },
      beforeAction: () => {
        if (this.processing !== 'startup') this.conditions.beforeAction();
      },
      ...(onUnexpected && { onUnexpected }),
    });
    this.stopListening = model.events.listen((happened) => {
      this.waiting.push(...this.processor.session.events.messages(happened));
      this.selectionMoved ||= happened.type === SELECTION_CHANGED;
      if (!this.processing) this.sendWaitingEvents();
    });
  }

  connect(transport: Transport): void {
    this.transport = transport;
  }

  /** The add-in is gone: nothing is sent any more. */
  disconnect(): void {
    this.transport = null;
    this.stopListening();
  }

  /** Told of every message. Returns the function that ends it. */
  observe(observer: WireObserver): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  /** What `window.name` must be before office.js is loaded: it tells who and where the host is. */
  get windowName(): string {
    return hostName(this.options, this.sender);
  }

  /** A message of the add-in's window; anything that is none of this conversation is left alone. */
  receive(text: string): void {
    const request = parseRequest(text, this.conversation);
    if (!request) return;
    const { delay } = this.conditions;
    if (delay > 0) setTimeout(() => this.answer(request, text), delay);
    else this.answer(request, text);
  }

  /**
   * Presses a ribbon button whose `<FunctionName>` (or action id) the add-in has associated, or has as a global function. Resolves once its function
   * calls `event.completed()`, or at once where office.js finds no such function; never, if it does not. Pressed while the add-in loads, the button waits for it.
   */
  pressCommand(functionName: string, controlId: string = functionName): Promise<CompletedCommand> {
    const id = `command-${String(++this.commandCount)}`;
    return new Promise((resolve) => {
      this.commands.set(id, (status) => {
        resolve({ id, hasRun: status === 0 });
      });
      const invoke = (): void => {
        this.send(COMMAND_INVOKED, { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) }, 'command');
      };
      if (this.subscribed.has(COMMAND_INVOKED)) invoke();
      else this.pressed.push(invoke);
    });
  }

  private get sender(): Sender {
    return { conversation: this.conversation, origin: this.transport?.origin ?? '' };
  }

  private answer(request: Request, text: string): void {
    const call = methodCall(request);
    if (call?.id !== dispatch.batch) this.tell('request', subject(request, call), this.measure(text));
    this.transport?.send(reply(this.sender, request, call ? this.execute(call) : this.converse(request)));
    this.sendWaitingEvents();
  }

  private converse(request: Request): unknown {
    if (request._actionType === actionKind.registerEvent) this.listens(request._actionName);
    else if (request._actionType === actionKind.unregisterEvent) this.subscribed.delete(request._actionName);
    else if (request._actionName === 'ContextActivationManager_getAppContextAsync')
      return appContext(this.options, this.options.declared, this.options.settings);
    // Focus, telemetry and shortcuts (`ContextActivationManager_notifyHost`) want no more than an answer.
    return { Error: 0 };
  }

  private listens(name: string): void {
    this.subscribed.add(name);
    // After the answer to this request, which office.js waits for.
    if (name === COMMAND_INVOKED) for (const invoke of this.pressed.splice(0)) setTimeout(invoke);
  }

  private execute(call: MethodCall): unknown {
    const { settings } = this.options;
    switch (call.id) {
      case dispatch.batch:
        return this.executeBatch(call.batch, call.flags);
      case dispatch.saveSettings:
        settings.clear();
        for (const [name, value] of call.settings) settings.set(name, value);
        return { Version: 1, Error: 0 };
      case dispatch.loadSettings:
        return {
          Version: 1,
          Error: 0,
          Properties: { Settings: [...settings].map(([name, value]) => ({ Name: name, Value: value })) },
        };
      case dispatch.commandCompleted:
        this.commands.get(call.commandId)?.(call.status);
        this.commands.delete(call.commandId);
        return { Version: 1, Error: 0 };
      default:
        return failure(wireFailure.notImplemented);
    }
  }

  private executeBatch(text: string, flags: number): unknown {
    const bytes = this.measure(text);
    const batch = parseBatch(text);
    const kind = batchKind(batch, flags);
    this.tell('request', kind, bytes);
    const refused = this.refusal(kind, bytes);
    if (refused) return refused;
    this.processing = kind;
    const answer = JSON.stringify(this.processor.process(batch));
    this.processing = null;
    const answerBytes = this.measure(answer);
    this.tell('response', kind, answerBytes);
    if (answerBytes > (this.conditions.payloadLimit ?? Infinity)) return failure(wireFailure.responseTooLarge);
    return { Version: 1, Error: 0, Data: [200, ['CONTENT-TYPE', 'application/json'], answer] };
  }

  /** Why a batch is refused as a whole; office.js's own start-up never is. */
  private refusal(kind: MessageKind, bytes: number): object | undefined {
    if (kind === 'startup') return undefined;
    if (this.conditions.cellEditing) return failure(wireFailure.cellEditing);
    if (this.options.readOnly && kind === 'write') return failure(wireFailure.noPermission);
    return bytes > (this.conditions.payloadLimit ?? Infinity) ? failure(wireFailure.requestTooLarge) : undefined;
  }

  /** What happened during a batch is told after its answer, as in Excel. */
  private sendWaitingEvents(): void {
    const messages = this.waiting;
    this.waiting = [];
    if (this.selectionMoved) this.send('documentSelectionChanged', {}, 'other');
    this.selectionMoved = false;
    if (messages.length === 0) return;
    const entries = messages.map(({ type, target, args }) => [EVENT_CATEGORY, type, target, JSON.stringify(args), 0, false]);
    this.send('richApiMessage', { ArrayData: entries }, 'other');
  }

  private send(name: string, data: unknown, kind: MessageKind): void {
    if (!this.transport || !this.subscribed.has(name)) return;
    const text = event(this.sender, name, data);
    this.tell('event', kind, this.measure(text));
    this.transport.send(text);
  }

  /** Bytes of a message, 0 where nobody wants to know: long ones are not encoded for nothing. */
  private measure(text: string): number {
    return this.observers.size > 0 || this.conditions.payloadLimit !== null ? utf8Length(text) : 0;
  }

  private tell(direction: 'request' | 'response' | 'event', kind: MessageKind, bytes: number): void {
    for (const observer of this.observers) observer({ direction, kind, bytes });
  }
}

/** Number of a worksheet's selection event, which `Office.EventType.DocumentSelectionChanged` repeats for the document. */
const SELECTION_CHANGED = 14;

/** Category of object events in `richApiMessage`. */
const EVENT_CATEGORY = 65_536;

/** What a message other than a batch is about. */
const subject = (request: Request, call: MethodCall | undefined): MessageKind => {
  if (call?.id === dispatch.loadSettings || call?.id === dispatch.saveSettings) return 'settings';
  if (call?.id === dispatch.commandCompleted) return 'command';
  return request._actionName === 'ContextActivationManager_getAppContextAsync' ? 'startup' : 'other';
};
