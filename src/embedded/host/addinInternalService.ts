import type { ApiClass } from '../richapi/apiClass';

/** What office.js asks for by itself at start-up, before the add-in runs: it only says that it can take ribbon commands. */
export class AddinInternalService {
  static readonly api: ApiClass = { name: 'AddinInternalService', methods: ['notifyActionHandlerReady'] };

  notifyActionHandlerReady(): void {
    this.ready = true;
  }

  ready = false;
}
