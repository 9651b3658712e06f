import type { ItemId } from '#app/domain/shared/ids.ts'

/** What the hall's screen can be held on. */
export const SCREEN_VIEWS = [
  'welcome',
  'item',
  'speakers',
  'motion',
  'ballot',
  'result',
  'temperature',
  'message',
  'minutes',
  'break',
] as const
export type ScreenView = (typeof SCREEN_VIEWS)[number]

/** What the chair has put on the hall's screen; all null while it follows the room by itself. */
export type Screen = {
  pinned: ScreenView | null
  message: { text: string; at: number } | null
  /** Minutes that are read back: the facts of the item are in the state, the words come along. */
  readBack: { itemId: ItemId; text: string; at: number } | null
}

export type ScreenEvent =
  | { type: 'screen-pinned'; view: ScreenView | null }
  | { type: 'message-shown'; text: string }
  | { type: 'message-cleared' }
  | { type: 'minutes-shown'; itemId: ItemId; text: string }
  | { type: 'minutes-hidden' }
