/** There is no room for a blob. Nothing of it was kept; once room is made, the same request does well (HTTP 507). */
export class StorageFull extends Error {
  readonly code = 'storage.full';

  constructor(cause: unknown) {
    super('storage.full: there is no room for another photograph', { cause });
    this.name = 'StorageFull';
  }
}
