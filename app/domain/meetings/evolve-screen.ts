import type { MeetingState } from './meeting-state.ts'
import type { ScreenEvent } from './screen.ts'
import type { TemperatureCheck, TemperatureEvent } from './temperature.ts'

export function evolveScreen(
  state: MeetingState,
  event: ScreenEvent | TemperatureEvent,
  at: number,
): MeetingState {
  const screen = { ...state.screen }
  switch (event.type) {
    case 'screen-pinned':
      return { ...state, screen: { ...screen, pinned: event.view } }
    case 'message-shown':
      return { ...state, screen: { ...screen, message: { text: event.text, at } } }
    case 'message-cleared':
      return { ...state, screen: { ...screen, message: null } }
    case 'minutes-shown': {
      const { itemId, text } = event
      return { ...state, screen: { ...screen, readBack: { itemId, text, at } } }
    }
    case 'minutes-hidden':
      return { ...state, screen: { ...screen, readBack: null } }
    case 'temperature-opened': {
      const { checkId, itemId, question } = event
      const temperature = {
        checkId,
        itemId,
        question,
        openedAt: at,
        closedAt: null,
        counts: null,
      }
      return { ...state, temperature }
    }
    case 'temperature-closed': {
      if (!state.temperature) return state
      const closed: TemperatureCheck = {
        ...state.temperature,
        closedAt: at,
        counts: event.counts,
      }
      return {
        ...state,
        temperature: null,
        pastTemperatures: [...state.pastTemperatures, closed],
      }
    }
  }
}
