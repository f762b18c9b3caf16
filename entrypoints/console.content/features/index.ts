import { answers } from './answers'
import { asked } from './asked'
import type { Feature } from './feature'
import { files } from './files'
import { launcher } from './launcher'
import { masking } from './masking'
import { tables } from './tables'

export const features: readonly Feature[] = [answers, tables, asked, masking, files, launcher]
