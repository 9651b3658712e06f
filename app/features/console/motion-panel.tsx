import { IconFileText, IconGavel, IconLock, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemState } from '#app/domain/meetings/meeting-state.ts'
import type { Motion } from '#app/domain/meetings/motion.ts'
import { openMotion } from '#app/domain/meetings/open-motion.ts'
import { votingSeats } from '#app/domain/meetings/readiness.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { EditBefore } from '#app/features/live/edit-before.tsx'
import { useLive } from '#app/features/live/live-context.tsx'
import { isPresent, seatOf } from '#app/features/live/reading.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextAreaField, TextField } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { CommandDialog, wordsIn } from './command-dialog.tsx'
import { useRole } from './use-role.ts'
import css from './console.module.css'

type Asked = 'make' | 'second' | 'edit' | 'withdraw' | 'refer' | 'postpone'

/** The one motion before the room: its words, who stands behind it, what was changed and why. */
export function MotionPanel({ item }: { item: ItemState }) {
  const { t } = useTranslation('console')
  const { meeting } = useLive()
  const { isChair, mayWrite } = useRole()
  const [asked, setAsked] = useState<Asked | null>(null)
  const motion = openMotion(meeting)
  if (!item.inNotice || item.kind !== 'decision') return null
  const close = () => setAsked(null)
  const frozen = motion?.status === 'frozen' || meeting.consensus !== null
  return (
    <section className={css.motion}>
      <div className="row">
        <h2>
          <Icon of={IconGavel} /> {t('motion.title')}
        </h2>
        <span className="end">{motion && <MotionTag motion={motion} />}</span>
      </div>
      {motion ? (
        <>
          <MotionWords motion={motion} />
          {mayWrite && !frozen && (
            <div className="row wrap" style={{ gap: 6 }}>
              {!motion.seconderId && (
                <Button size="small" look="primary" onClick={() => setAsked('second')}>
                  {t('motion.second')}
                </Button>
              )}
              <Button size="small" onClick={() => setAsked('edit')}>
                {t('motion.edit')}
              </Button>
              {isChair &&
                (['withdraw', 'refer', 'postpone'] as const).map((each) => (
                  <Button key={each} size="small" look="ghost" onClick={() => setAsked(each)}>
                    {t(`motion.${each}`)}
                  </Button>
                ))}
            </div>
          )}
        </>
      ) : (
        <>
          <p className="muted sm">{t('motion.none')}</p>
          {mayWrite && (
            <Button size="small" icon={IconUserPlus} onClick={() => setAsked('make')}>
              {t('motion.make')}
            </Button>
          )}
        </>
      )}
      {asked === 'make' && <MakeDialog item={item} onClose={close} />}
      {motion && asked === 'second' && <SecondDialog motion={motion} onClose={close} />}
      {motion && asked === 'edit' && <EditDialog motion={motion} onClose={close} />}
      {motion && (asked === 'withdraw' || asked === 'refer' || asked === 'postpone') && (
        <EndDialog motion={motion} how={asked} onClose={close} />
      )}
    </section>
  )
}

function MotionTag({ motion }: { motion: Motion }) {
  const { t } = useTranslation('console')
  const frozen = motion.status === 'frozen'
  return (
    <Tag
      tone={motion.status === 'moved' ? 'amber' : 'tea'}
      icon={frozen ? IconLock : IconFileText}
    >
      {t(`motion.status.${motion.status}`)}
    </Tag>
  )
}

function MotionWords({ motion }: { motion: Motion }) {
  const { t } = useTranslation('console')
  const { meeting } = useLive()
  const format = useFormat()
  const nameOf = (id: SeatId | null) => seatOf(meeting, id)?.name ?? ''
  return (
    <div className="col" style={{ gap: 6 }}>
      <p className="song b" style={{ fontSize: 16, lineHeight: 1.5 }}>
        {motion.text}
      </p>
      {motion.options.length > 0 && (
        <ol className={css.options}>
          {motion.options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ol>
      )}
      <p className="sm ink2">
        {motion.seconderId
          ? t('motion.people', {
              mover: nameOf(motion.moverId),
              seconder: nameOf(motion.seconderId),
            })
          : t('motion.mover', { mover: nameOf(motion.moverId) })}
      </p>
      {motion.edits.length > 0 && (
        <details className="sm">
          <summary>{t('motion.edits', { count: motion.edits.length })}</summary>
          <ol className={css.edits}>
            {motion.edits.map((edit) => (
              <li key={edit.at}>
                <b className="b">
                  {edit.by.role === 'mover'
                    ? nameOf(edit.by.seatId)
                    : t(`motion.by.${edit.by.role}`)}
                </b>{' '}
                {format.time(new Date(edit.at))} {edit.why}
                <br />
                <EditBefore edit={edit} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

function optionsIn(form: FormData): string[] {
  return wordsIn(form, 'options')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function WordsFields({ text, options }: { text: string; options: readonly string[] }) {
  const { t } = useTranslation('console')
  const { t: live } = useTranslation('live')
  return (
    <>
      <TextAreaField
        name="text"
        label={t('motion.text')}
        defaultValue={text}
        rows={3}
        maxLength={500}
        required
      />
      <TextAreaField
        name="options"
        label={t('motion.options')}
        hint={t('motion.optionsHint')}
        optional={live('optional')}
        defaultValue={options.join('\n')}
        rows={3}
      />
    </>
  )
}

/** Delegates who have a say in the current item and are here. */
function useMovers(except: SeatId | null = null) {
  const { t: live } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  return votingSeats(meeting, meeting.currentItemId)
    .filter((seat) => isPresent(meeting, seat.id) && seat.id !== except)
    .map((seat) => ({
      value: seat.id,
      label: live('console.seatOption', {
        name: seat.name,
        side: term(`side.${seat.side}`),
      }),
    }))
}

function MakeDialog({ item, onClose }: { item: ItemState; onClose: () => void }) {
  const { t } = useTranslation('console')
  const { t: live } = useTranslation('live')
  const movers = useMovers()
  return (
    <CommandDialog
      isOpen
      onClose={onClose}
      wide
      title={t('motion.make')}
      submitLabel={t('motion.makeDo')}
      toCommand={(form) => ({
        type: 'make-motion',
        seatId: wordsIn(form, 'seatId'),
        text: wordsIn(form, 'text'),
        options: optionsIn(form),
      })}
    >
      <SelectField
        name="seatId"
        label={t('motion.who')}
        required
        placeholder={live('console.choose')}
        options={movers}
      />
      <WordsFields text={item.proposal ?? ''} options={[]} />
    </CommandDialog>
  )
}

function SecondDialog({ motion, onClose }: { motion: Motion; onClose: () => void }) {
  const { t } = useTranslation('console')
  const { t: live } = useTranslation('live')
  const movers = useMovers(motion.moverId)
  return (
    <CommandDialog
      isOpen
      onClose={onClose}
      title={t('motion.second')}
      submitLabel={t('motion.second')}
      toCommand={(form) => ({
        type: 'second-motion',
        motionId: motion.motionId,
        seatId: wordsIn(form, 'seatId'),
      })}
    >
      <SelectField
        name="seatId"
        label={t('motion.whoSeconds')}
        required
        placeholder={live('console.choose')}
        options={movers}
      />
    </CommandDialog>
  )
}

function EditDialog({ motion, onClose }: { motion: Motion; onClose: () => void }) {
  const { t } = useTranslation('console')
  return (
    <CommandDialog
      isOpen
      onClose={onClose}
      wide
      title={t('motion.edit')}
      submitLabel={t('motion.editDo')}
      toCommand={(form) => ({
        type: 'edit-motion',
        motionId: motion.motionId,
        text: wordsIn(form, 'text'),
        options: optionsIn(form),
        why: wordsIn(form, 'why'),
      })}
    >
      <WordsFields text={motion.text} options={motion.options} />
      <TextField
        name="why"
        label={t('motion.why')}
        hint={t('motion.whyHint')}
        required
        maxLength={200}
      />
    </CommandDialog>
  )
}

function EndDialog({
  motion: { motionId },
  how,
  onClose,
}: {
  motion: Motion
  how: 'withdraw' | 'refer' | 'postpone'
  onClose: () => void
}) {
  const { t } = useTranslation('console')
  return (
    <CommandDialog
      isOpen
      onClose={onClose}
      title={t(`motion.${how}`)}
      submitLabel={t(`motion.${how}`)}
      toCommand={(form) => {
        const reason = wordsIn(form, 'reason')
        if (how === 'refer') {
          return { type: 'refer-motion', motionId, to: wordsIn(form, 'to'), reason }
        }
        return {
          type: how === 'withdraw' ? 'withdraw-motion' : 'postpone-motion',
          motionId,
          reason,
        }
      }}
    >
      {how === 'refer' && (
        <TextField name="to" label={t('motion.referTo')} required maxLength={60} />
      )}
      <TextField
        name="reason"
        label={t('reason')}
        hint={t('logged')}
        required
        maxLength={200}
      />
    </CommandDialog>
  )
}
