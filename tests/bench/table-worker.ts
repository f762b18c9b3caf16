import { serveTables } from '@/utils/table/serve'

serveTables()
