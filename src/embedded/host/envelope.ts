/**
 * The envelopes in which office.js talks to its host page: JSON text, one message each. Field names are the wire's
 * (@microsoft/office-js 1.1, "cross-domain messaging").
 */

export const actionKind = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
const messageKind = { request: 0, response: 1 } as const;
const responseKind = { reply: 0, event: 1 } as const;

export type Request = {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
};

/** A request of a conversation; undefined for anything else that reaches the window. */
export const parseRequest = (text: string, conversation: string): Request | undefined => {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRequest(message) && message._conversationId === conversation ? message : undefined;
};

const isRequest = (message: unknown): message is Request =>
  typeof message === 'object' &&
  message !== null &&
  '_messageType' in message &&
  message._messageType === messageKind.request &&
  '_actionName' in message &&
  typeof message._actionName === 'string' &&
  '_conversationId' in message;

export type Sender = { readonly conversation: string; readonly origin: string };

/** The answer to a request. */
export const reply = (sender: Sender, request: Request, data: unknown): string =>
  envelope(sender, {
    _responseType: responseKind.reply,
    _actionName: request._actionName,
    _correlationId: request._correlationId,
    _data: data,
  });

/** Something the add-in subscribed to. */
export const event = (sender: Sender, name: string, data: unknown): string =>
  envelope(sender, { _responseType: responseKind.event, _actionName: name, _correlationId: 0, _data: data });

const envelope = (sender: Sender, content: Record<string, unknown>): string =>
  JSON.stringify({
    _messageType: messageKind.response,
    _errorCode: 0,
    _conversationId: sender.conversation,
    _origin: sender.origin,
    _serializerVersion: 1,
    ...content,
  });
