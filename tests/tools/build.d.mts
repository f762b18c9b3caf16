export function buildExtension(mode?: 'production' | 'fault'): string
