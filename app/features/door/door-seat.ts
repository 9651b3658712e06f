/** What the desk knows of a seat beside the meeting's log. */
export type DoorSeat = { link: string; deputyName: string | null }
