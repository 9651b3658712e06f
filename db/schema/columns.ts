import { customType, timestamp } from 'drizzle-orm/pg-core'

/** An instant, stored in UTC. Days and times of day are Asia/Shanghai and live in `domain/calendar`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
})
