import {
  checkQuestion,
  offersOptions,
  type BallotMethod,
  type BallotOption,
  type BallotQuestion,
} from './ballot-question.ts'
import {
  at,
  has,
  MalformedRecord,
  readList,
  readObject,
  readText,
  readWhole,
  type JsonObject,
} from './record-reader.ts'

const KEYS: Record<BallotMethod['kind'], readonly string[]> = {
  'yes-no': ['kind'],
  'single-choice': ['kind'],
  approval: ['kind', 'upTo'],
  ranked: ['kind', 'count'],
  seats: ['kind', 'seats'],
  'five-fingers': ['kind'],
}

/**
 * Reads the question of a record and, as with the rule, refuses whatever it does not wholly
 * understand: another way of counting would find another winner.
 *
 * @throws MalformedRecord with the path of what is wrong.
 */
export function readQuestion(value: unknown, path = 'question'): BallotQuestion {
  const question = readObject(value, path)
  onlyKeys(question, ['method', 'options'], path)
  const method = readMethod(at(question, 'method'), `${path}.method`)
  const options = has(question, 'options')
    ? readList(at(question, 'options'), `${path}.options`).map((line, index) =>
        readOption(line, `${path}.options[${index}]`),
      )
    : []
  const checked = checkQuestion({ method, options })
  if (!checked.ok) {
    const where = offersOptions(method) ? `${path}.options` : path
    throw new MalformedRecord(where, 'not-a-question')
  }
  return checked.value
}

function readMethod(value: unknown, path: string): BallotMethod {
  const method = readObject(value, path)
  const kind = readText(at(method, 'kind'), `${path}.kind`)
  if (!isKind(kind)) throw new MalformedRecord(`${path}.kind`, 'not-a-method')
  onlyKeys(method, KEYS[kind], path)
  switch (kind) {
    case 'approval':
      return { kind, upTo: readWhole(at(method, 'upTo'), `${path}.upTo`) }
    case 'seats':
      return { kind, seats: readWhole(at(method, 'seats'), `${path}.seats`) }
    case 'ranked': {
      const count = readText(at(method, 'count'), `${path}.count`)
      if (count !== 'instant-runoff' && count !== 'schulze') {
        throw new MalformedRecord(`${path}.count`, 'not-a-method')
      }
      return { kind, count }
    }
    case 'yes-no':
    case 'single-choice':
    case 'five-fingers':
      return { kind }
  }
}

function readOption(line: unknown, path: string): BallotOption {
  const option = readObject(line, path)
  onlyKeys(option, ['number', 'text'], path)
  return {
    number: readWhole(at(option, 'number'), `${path}.number`),
    text: readText(at(option, 'text'), `${path}.text`),
  }
}

function isKind(text: string): text is BallotMethod['kind'] {
  return Object.hasOwn(KEYS, text)
}

function onlyKeys(object: JsonObject, known: readonly string[], path: string): void {
  const stranger = Object.keys(object).find((key) => !known.includes(key))
  if (stranger !== undefined) throw new MalformedRecord(`${path}.${stranger}`, 'unknown-key')
}
