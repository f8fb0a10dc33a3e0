// Loaded into the server that is measured: answers with the processor time it has used and the queries it has sent.
const pg = require('pg');

let queries = 0;
pg.Client.prototype.query = new Proxy(pg.Client.prototype.query, {
  apply(query, client, words) {
    queries += 1;
    return Reflect.apply(query, client, words);
  },
});

process.on('message', (message) => {
  if (message !== 'meter') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, queries });
});
