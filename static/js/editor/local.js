// What is typed and not yet with the server, kept in this browser: one record a heading, found only by the person who
// typed it. A record goes when the server has it.

const DATABASE = "shingi-typing";
const STORE = "places";

let opening;
function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ["user", "paper", "place"] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function run(mode, act) {
  const store = (await database()).transaction(STORE, mode).objectStore(STORE);
  return new Promise((resolve, reject) => {
    const request = act(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export class Local {
  constructor(user, paper) {
    this.user = user;
    this.paper = paper;
  }

  keep(place, text, base) {
    return run("readwrite", (store) => store.put({ user: this.user, paper: this.paper, place, text, base }));
  }

  // Only if nothing was typed since: the record of another text stays.
  async forget(place, text) {
    const there = await run("readonly", (store) => store.get([this.user, this.paper, place]));
    if (there && there.text === text) await run("readwrite", (store) => store.delete([this.user, this.paper, place]));
  }

  all() {
    const range = IDBKeyRange.bound([this.user, this.paper], [this.user, this.paper, []]);
    return run("readonly", (store) => store.getAll(range));
  }
}
