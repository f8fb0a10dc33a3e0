// The browser's indexed database as a plain table of records by key.
const NAME = 'critical-friend';
const STORE = 'words';

let opening: Promise<IDBDatabase> | null = null;

export async function putRecord(record: { key: string }): Promise<void> {
  await run('readwrite', (store) => store.put(record));
}

export async function dropRecord(key: string): Promise<void> {
  await run('readwrite', (store) => store.delete(key));
}

export function allRecords<Found extends { key: string }>(prefix: string): Promise<Found[]> {
  return run('readonly', (store) => store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)) as IDBRequest<Found[]>);
}

/** Resolves when the transaction is over: then the browser has handed it to the system. */
async function run<Result>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  opening ??= open();
  const database = await opening;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('The database of the browser gave way.'));
  });
}

function open(): Promise<IDBDatabase> {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database of the browser cannot be opened.'));
  });
  opened.catch(() => (opening = null));
  return opened;
}
