import { BrandMark } from './brand-mark.tsx'
import { DoubleRule } from './double-rule.tsx'
import { FormSpecimens } from './foundations-forms.tsx'
import { CourseSpecimens, StateSpecimens, TypeAndParts } from './foundations-parts.tsx'
import { statusSpecimens } from './foundations-status.ts'
import { foundationsWords, type FoundationsWords } from './foundations-words.ts'
import { Monogram } from './monogram.tsx'
import { Plate } from './plate.tsx'
import { RoundTable } from './round-table.tsx'
import { Seal } from './seal.tsx'
import type { SideSeats } from './seats-round.ts'
import type { Side } from './side.ts'
import { Tag } from './tag.tsx'

const NEUTRALS = [
  'paper',
  'surface',
  'raised',
  'sunken',
  'line',
  'line-2',
  'ink-3',
  'ink-2',
  'ink',
]
const STEPS_OF_HUE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const ROOMS = ['hall', 'tea', 'talk'] as const
const PLATE_SIZES = { hall: 'large', tea: 'medium', talk: 'small' } as const

/** A standing plate is always Chinese; English lies down. */
const STANDING = foundationsWords('zh-CN').plates

const TONIGHT: SideSeats[] = [
  { side: 'residents', here: 14, expected: 16 },
  { side: 'property', here: 2, expected: 2 },
  { side: 'owners', here: 3, expected: 3 },
  { side: 'committees', here: 3, expected: 3 },
  { side: 'police', here: 1, expected: 2 },
]

type Specimen = { words: FoundationsWords }

/** Every part in its states, to look at: light and dark, large type, on a phone, in both languages. */
export function Foundations({ language }: { language: string }) {
  const words = foundationsWords(language)
  return (
    <main className="fd" id="main">
      <header className="row fd-head">
        <Plate room="hall" size="large" digits="730">
          {STANDING.hall}
        </Plate>
        <div>
          <h1>{words.heads.page}</h1>
          <p className="ink2">{words.sentence}</p>
        </div>
        <span className="end">
          <BrandMark>{words.name}</BrandMark>
        </span>
      </header>
      <Colours words={words} />
      <div className="g3">
        <Rooms words={words} />
        <Sides words={words} />
        <Seals words={words} />
      </div>
      <TypeAndParts words={words} />
      <DoubleRule title={words.heads.forms}>
        <FormSpecimens words={words} />
      </DoubleRule>
      <div className="g3">
        {statusSpecimens(language).map((list) => (
          <StatusList key={list.title} {...list} />
        ))}
      </div>
      <CourseSpecimens words={words} />
      <StateSpecimens words={words} />
    </main>
  )
}

function Colours({ words }: Specimen) {
  return (
    <DoubleRule title={words.heads.colours} aside={words.sameLight}>
      {Object.entries(words.hues).map(([hue, [name, use]]) => (
        <div className="swr" key={hue}>
          <b>
            {name}
            <small>{use}</small>
          </b>
          {STEPS_OF_HUE.map((step) => (
            <i
              key={step}
              style={{
                background: `var(--${hue}-${step})`,
                color: step < 5 ? '#1D2421' : '#fff',
              }}
            >
              {step}
            </i>
          ))}
        </div>
      ))}
      <div className="swr">
        <b>{words.paper}</b>
        {NEUTRALS.map((name, index) => (
          <i
            key={name}
            style={{
              background: `var(--${name})`,
              color: name === 'line-2' ? '#000' : index < 5 ? 'var(--ink)' : 'var(--paper)',
            }}
          >
            {name}
          </i>
        ))}
      </div>
    </DoubleRule>
  )
}

function Rooms({ words }: Specimen) {
  return (
    <DoubleRule title={words.heads.rooms}>
      <div className="row top wrap" lang="zh-CN">
        {ROOMS.map((room) => (
          <Plate key={room} room={room} size={PLATE_SIZES[room]} {...digitsOf(room)}>
            {STANDING[room]}
          </Plate>
        ))}
      </div>
      <div className="row wrap fd-gap">
        {ROOMS.map((room) => (
          <Plate key={room} room={room} size="bar" {...digitsOf(room)}>
            {words.plates[room]}
          </Plate>
        ))}
      </div>
    </DoubleRule>
  )
}

const digitsOf = (room: string) => (room === 'hall' ? { digits: '730' } : {})

function Sides({ words }: Specimen) {
  return (
    <DoubleRule title={words.heads.table}>
      <div className="row wrap">
        <RoundTable
          sides={TONIGHT}
          count={23}
          caption={words.present}
          summary={words.presentSummary}
        />
        <ul className="fd-col">
          {Object.entries(words.sides).map(([side, label]) => (
            <li className="row" key={side}>
              <Monogram side={side as Side} />
              {label}
            </li>
          ))}
        </ul>
      </div>
      <div className="row">
        <Monogram side="residents" size="small" label={words.sides.residents} />
        <Monogram side="police" size="large" label={words.sides.police} />
        <Monogram side="owners" size="large" label={words.away} away />
      </div>
    </DoubleRule>
  )
}

function Seals({ words }: Specimen) {
  return (
    <DoubleRule title={words.heads.seals}>
      <div className="row wrap fd-seals">
        <Seal text={words.seals.carried} size="large" />
        <Seal text={words.seals.voted} />
        <Seal text={words.seals.recommended} open />
        <Seal text={words.seals.checked} size="small" />
      </div>
    </DoubleRule>
  )
}

function StatusList({ title, rows }: ReturnType<typeof statusSpecimens>[number]) {
  return (
    <DoubleRule title={title}>
      <table className="voc">
        <tbody>
          {rows.map(({ word, other, tone, icon, solid }) => (
            <tr key={word}>
              <td>
                <Tag tone={tone} icon={icon} solid={solid}>
                  {word}
                </Tag>
              </td>
              <td>{other}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DoubleRule>
  )
}
