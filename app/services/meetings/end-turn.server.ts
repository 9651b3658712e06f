import { appendToLog, type LogServices } from './append-to-log.server.ts'

/**
 * Takes the floor back from whoever's time is up, as the log has it. Safe to repeat and to do in
 * several processes at once: where somebody was quicker, or the chair has added time, nothing happens.
 */
export async function endTurn(services: LogServices, meetingId: string): Promise<void> {
  await appendToLog(services, {
    meetingId,
    actor: { role: 'system', id: 'system' },
    key: null,
    decideWith: { type: 'end-turn' },
  })
}
