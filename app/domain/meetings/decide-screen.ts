import { refuse } from '#app/domain/shared/result.ts'
import { findItem, one, type Decided } from './find-in-meeting.ts'
import type { MeetingCommand } from './meeting-command.ts'
import type { MeetingState } from './meeting-state.ts'
import { shownCounts } from './temperature.ts'

export type ScreenCommand = Extract<
  MeetingCommand,
  {
    type:
      | 'show-message'
      | 'clear-message'
      | 'pin-screen'
      | 'show-minutes'
      | 'hide-minutes'
      | 'open-temperature'
      | 'close-temperature'
  }
>

/** What the hall's screen is to show, and how the room feels. */
export function decideScreen(state: MeetingState, command: ScreenCommand): Decided {
  const { screen, temperature } = state
  switch (command.type) {
    case 'show-message': {
      const text = command.text.trim()
      return text ? one({ type: 'message-shown', text }) : refuse({ code: 'text-missing' })
    }
    case 'clear-message':
      return screen.message
        ? one({ type: 'message-cleared' })
        : refuse({ code: 'nothing-shown' })
    case 'pin-screen':
      return one({ type: 'screen-pinned', view: command.view })
    case 'show-minutes':
      return findItem(state, command.itemId)
        ? one({ type: 'minutes-shown', itemId: command.itemId, text: command.text.trim() })
        : refuse({ code: 'no-such-item' })
    case 'hide-minutes':
      return screen.readBack
        ? one({ type: 'minutes-hidden' })
        : refuse({ code: 'nothing-shown' })
    case 'open-temperature': {
      const question = command.question.trim()
      if (state.phase !== 'in-session') return refuse({ code: 'not-in-session' })
      if (temperature) return refuse({ code: 'temperature-open' })
      if (!question) return refuse({ code: 'text-missing' })
      return one({
        type: 'temperature-opened',
        checkId: command.checkId,
        itemId: state.currentItemId,
        question,
      })
    }
    case 'close-temperature':
      return temperature?.checkId === command.checkId
        ? one({
            type: 'temperature-closed',
            checkId: command.checkId,
            counts: shownCounts(command.counts),
          })
        : refuse({ code: 'temperature-not-open' })
  }
}
