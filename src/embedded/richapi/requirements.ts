/**
 * Which requirement set each member of the typings belongs to, and which sets a host declares: the two together say whether
 * an add-in may use a member.
 */

/** Class, then requirement set (`ExcelApi 1.9`), then its members, separated by spaces. */
export type ApiSets = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Set name to the highest version declared: `{ ExcelApi: '1.12' }`. */
export type DeclaredSets = Readonly<Record<string, string>>;

/** `1.12` is newer than `1.9`. */
export const isVersionAtLeast = (declared: string, needed: string): boolean => {
  const [major = 0, minor = 0] = declared.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
};

export class Requirements {
  private readonly members = new Map<string, { readonly name: string; readonly set: string }>();

  constructor(
    sets: ApiSets,
    private readonly declared: DeclaredSets,
  ) {
    for (const [className, bySet] of Object.entries(sets))
      for (const [set, names] of Object.entries(bySet))
        for (const name of names.split(' ')) this.members.set(key(className, name), { name, set });
  }

  /** The member as the typings spell it, whatever the case asked for; undefined where the typings have no such member. */
  spelling(className: string, member: string): string | undefined {
    return this.members.get(key(className, member))?.name;
  }

  /** False where the member belongs to a set that is not declared, or to a newer version of it. */
  allows(className: string, member: string): boolean {
    const needed = this.members.get(key(className, member));
    if (!needed) return true;
    const [name = '', version = ''] = needed.set.split(' ');
    const declared = this.declared[name];
    return declared !== undefined && isVersionAtLeast(declared, version);
  }
}

const key = (className: string, member: string): string => `${className}.${member}`.toLowerCase();
