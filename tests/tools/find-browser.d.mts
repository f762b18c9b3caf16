export function findBrowser(): string | undefined
export function ignoresUnpacked(executable: string): boolean
