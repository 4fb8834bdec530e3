/** Whether a table has a name as ours have them: users' own are not called so. */
export const isOwnTable = (name: string): boolean => /^Ef[A-Z]/.test(name);
