// The register of England's authorities with children's services functions comes with the product. One that a reorganisation brings may be
// entered by its region before the register has it: it has no codes yet, and the register finds it again by its name.
import type { Day } from './model';

export interface NewAuthority {
  id: string;
  name: string;
  /** One of those that the register has in the region: "unitary". */
  kind: string;
  /** Its first day. */
  startsOn: Day;
}

/** "Unitary authority" */
export function kindName(kind: string): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} authority`;
}

/** What an authority is known by in addresses; two names that give the same one are one name. */
export function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '');
}
