// The search behind a rotation. Pairs are fixed one at a time, first where the fewest are left to choose from, and whatever can no longer
// be finished is given up at once; what it calls impossible it has ruled out to the end.

/** Authorities are numbered from 0; a pair is [host, peer]. */
export type NumberedPair = readonly [host: number, peer: number];

export interface Board {
  size: number;
  each: number;
  mutual: boolean;
  may: (host: number, peer: number) => boolean;
  kept: readonly NumberedPair[];
  /** How little a pair is wanted: the lowest is tried first. */
  unwanted: (host: number, peer: number) => number;
}

/** The pairs; or that there is no such arrangement; or that none was found in so many steps. */
export type Arrangement = NumberedPair[] | 'impossible' | 'not-found';

export function arrangePeers(board: Board, steps: number): Arrangement {
  const grid = openGrid(board);
  for (const [host, peer] of board.kept) take(grid, host, peer);
  const ended = search(grid, board, { left: steps });
  return ended === 'found' ? [...grid.cells.keys()].filter((cell) => grid.cells[cell] === TAKEN).map((cell) => pairAt(grid, cell)) : ended;
}

const [OPEN, TAKEN, SHUT] = [0, 1, 2];

/** What each authority still needs on one side of its pairs, and how many pairs are open to it there. */
interface Side {
  need: number[];
  open: number[];
}

interface Grid {
  size: number;
  mutual: boolean;
  /** OPEN, TAKEN or SHUT for each pair, at host × size + peer. */
  cells: Uint8Array;
  hosts: Side;
  peers: Side;
  /** How many others an authority may still be paired with, whichever reads the other. */
  meets: number[];
  /** The cells in the order in which they were taken or shut, to be opened again. */
  trail: number[];
}

function search(grid: Grid, board: Board, steps: { left: number }): 'found' | 'impossible' | 'not-found' {
  if (!canBeFinished(grid)) return 'impossible';
  const cell = nextCell(grid, board);
  if (cell === null) return 'found';
  if (steps.left-- <= 0) return 'not-found';
  const [host, peer] = pairAt(grid, cell);
  const mark = grid.trail.length;
  for (const move of [take, shut]) {
    move(grid, host, peer);
    const ended = search(grid, board, steps);
    if (ended !== 'impossible') return ended;
    reopen(grid, mark);
  }
  return 'impossible';
}

/** Everybody finds enough on each side; without mutual pairs, enough different others on both together. */
function canBeFinished({ size, mutual, hosts, peers, meets }: Grid): boolean {
  for (let id = 0; id < size; id++) {
    if (hosts.open[id]! < hosts.need[id]! || peers.open[id]! < peers.need[id]!) return false;
    if (!mutual && meets[id]! < hosts.need[id]! + peers.need[id]!) return false;
  }
  return true;
}

/** Of the authority with the least to choose from, the pair that is wanted most; null when nobody needs any. */
function nextCell(grid: Grid, { unwanted }: Board): number | null {
  const { size, hosts, peers } = grid;
  let tightest = { slack: Infinity, id: -1, asHost: true };
  for (let id = 0; id < size; id++) {
    for (const asHost of [true, false]) {
      const slack = slackOf(grid, id, asHost ? hosts : peers);
      if (slack < tightest.slack) tightest = { slack, id, asHost };
    }
  }
  let best = { cell: -1, rank: Infinity };
  for (let other = 0; other < size && tightest.id >= 0; other++) {
    const [host, peer] = tightest.asHost ? [tightest.id, other] : [other, tightest.id];
    const cell = host * size + peer;
    if (grid.cells[cell] !== OPEN) continue;
    const rank = unwanted(host, peer) * size + slackOf(grid, other, tightest.asHost ? peers : hosts);
    if (rank < best.rank) best = { cell, rank };
  }
  return tightest.id < 0 ? null : best.cell;
}

function slackOf({ mutual, hosts, peers, meets }: Grid, id: number, side: Side): number {
  if (side.need[id] === 0) return Infinity;
  const alone = side.open[id]! - side.need[id]!;
  return mutual ? alone : Math.min(alone, meets[id]! - hosts.need[id]! - peers.need[id]!);
}

/** Takes a pair, and shuts what it rules out. */
function take(grid: Grid, host: number, peer: number): void {
  const { size, mutual, cells, hosts, peers } = grid;
  shut(grid, host, peer);
  cells[host * size + peer] = TAKEN;
  hosts.need[host]!--;
  peers.need[peer]!--;
  if (!mutual) shut(grid, peer, host);
  for (let other = 0; other < size; other++) {
    if (hosts.need[host] === 0) shut(grid, host, other);
    if (peers.need[peer] === 0) shut(grid, other, peer);
  }
}

function shut(grid: Grid, host: number, peer: number): void {
  const cell = host * grid.size + peer;
  if (grid.cells[cell] !== OPEN) return;
  grid.cells[cell] = SHUT;
  grid.trail.push(cell);
  count(grid, host, peer, -1);
}

function reopen(grid: Grid, mark: number): void {
  while (grid.trail.length > mark) {
    const cell = grid.trail.pop()!;
    const [host, peer] = pairAt(grid, cell);
    if (grid.cells[cell] === TAKEN) {
      grid.hosts.need[host]!++;
      grid.peers.need[peer]!++;
    }
    grid.cells[cell] = OPEN;
    count(grid, host, peer, 1);
  }
}

/** Two still meet as long as one of the two ways is open. */
function count({ size, cells, hosts, peers, meets }: Grid, host: number, peer: number, by: 1 | -1): void {
  hosts.open[host]! += by;
  peers.open[peer]! += by;
  if (cells[peer * size + host] === OPEN) return;
  meets[host]! += by;
  meets[peer]! += by;
}

function openGrid({ size, each, mutual, may }: Board): Grid {
  const everyone = (count: number) => Array.from({ length: size }, () => count);
  const side = (): Side => ({ need: everyone(each), open: everyone(size - 1) });
  const grid: Grid = { size, mutual, cells: new Uint8Array(size * size), hosts: side(), peers: side(), meets: everyone(size - 1), trail: [] };
  for (let host = 0; host < size; host++) {
    grid.cells[host * size + host] = SHUT;
    for (let peer = 0; peer < size; peer++) if (!may(host, peer)) shut(grid, host, peer);
  }
  return grid;
}

function pairAt({ size }: Grid, cell: number): NumberedPair {
  return [Math.floor(cell / size), cell % size];
}
