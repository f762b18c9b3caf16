export declare const outDir: string
export declare function buildAnalytics(): Promise<void>
