import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isSilenced, observesItem, warningsOf } from '#app/domain/meetings/find-in-meeting.ts'
import type { Seat } from '#app/domain/meetings/meeting.ts'
import { takesDeputies } from '#app/domain/voting/convened-body.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { currentItem, isPresent } from '#app/features/live/reading.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { CommandForm, wordsIn } from './command-dialog.tsx'
import { useRole } from './use-role.ts'

/** What can be done about one person: where they are, in whose place, what they may do. */
export function PersonDialog({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const { t } = useTranslation('console')
  const { t: live } = useTranslation('live')
  const { meeting } = useLive()
  const { isChair, mayWrite } = useRole()
  const here = isPresent(meeting, seat.id)
  return (
    <Dialog isOpen onOpenChange={onClose} title={seat.name} closeLabel={live('console.close')}>
      <div className="col" style={{ gap: 18 }}>
        {here ? <Place seat={seat} /> : <Deputy seat={seat} onDone={onClose} />}
        {mayWrite && <Conflict seat={seat} onDone={onClose} />}
        {isChair && here && meeting.phase === 'in-session' && (
          <>
            {meeting.rules.rightOfReply && currentItem(meeting) && <Name seat={seat} />}
            {meeting.rules.warnings > 0 && <Warnings seat={seat} onDone={onClose} />}
          </>
        )}
        {!here && !mayWrite && <p className="muted sm">{t('person.nothing')}</p>}
      </div>
    </Dialog>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="col" style={{ gap: 10 }}>
      <h3 style={{ fontSize: 15 }}>{title}</h3>
      {children}
    </section>
  )
}

function Place({ seat }: { seat: Seat }) {
  const { t } = useTranslation('console')
  const { meeting } = useLive()
  const act = useAct()
  const remote = meeting.remote.includes(seat.id)
  return (
    <Part title={t(remote ? 'person.remote' : 'person.hall')}>
      <Button
        busy={act.busy !== null}
        onClick={() =>
          void act.act({
            type: 'change-place',
            seatId: seat.id,
            where: remote ? 'hall' : 'remote',
          })
        }
      >
        {t(remote ? 'person.toHall' : 'person.toRemote')}
      </Button>
      <TroubleNote trouble={act.trouble} />
    </Part>
  )
}

function Deputy({ seat, onDone }: { seat: Seat; onDone: () => void }) {
  const { t } = useTranslation('console')
  const { t: live } = useTranslation('live')
  const { meeting } = useLive()
  if (seat.deputyFor === undefined && seat.canVote && !takesDeputies(meeting.body)) {
    return <Part title={t('person.deputy')}>{live('refusal.in-person-only')}</Part>
  }
  return (
    <Part title={t('person.deputy')}>
      <p className="ink2 sm">{t('person.deputyNote')}</p>
      {seat.deputyFor !== undefined && (
        <CommandForm
          submitLabel={t('person.deputyEnd', { name: seat.deputyFor })}
          toCommand={() => ({ type: 'seat-deputy', seatId: seat.id, deputy: null })}
          onDone={onDone}
        >
          <p className="sm">{t('person.deputyIs', { name: seat.name, of: seat.deputyFor })}</p>
        </CommandForm>
      )}
      <CommandForm
        submitLabel={t('person.deputyDo')}
        toCommand={(form) => ({
          type: 'seat-deputy',
          seatId: seat.id,
          deputy: {
            name: wordsIn(form, 'name'),
            honorific: wordsIn(form, 'honorific') === 'mr' ? 'mr' : 'ms',
          },
        })}
        onDone={onDone}
      >
        <TextField name="name" label={t('person.deputyName')} required maxLength={60} />
        <SelectField
          name="honorific"
          label={t('person.honorific')}
          options={(['ms', 'mr'] as const).map((value) => ({
            value,
            label: t(`person.${value}`),
          }))}
        />
      </CommandForm>
    </Part>
  )
}

function Conflict({ seat, onDone }: { seat: Seat; onDone: () => void }) {
  const { t } = useTranslation('console')
  const { meeting } = useLive()
  const { isChair } = useRole()
  const open = meeting.agenda.filter(
    (item) =>
      (item.progress === 'waiting' || item.progress === 'current') &&
      !meeting.decisions.some((each) => each.itemId === item.id),
  )
  const flagged = open.filter((item) => observesItem(meeting, seat.id, item.id))
  const free = open.filter((item) => !flagged.includes(item))
  return (
    <Part title={t('person.conflict')}>
      <p className="ink2 sm">{t('person.conflictNote')}</p>
      {isChair &&
        flagged.map((item) => (
          <CommandForm
            key={item.id}
            submitLabel={t('person.conflictClear')}
            toCommand={(form) => ({
              type: 'clear-conflict',
              seatId: seat.id,
              itemId: item.id,
              reason: wordsIn(form, 'reason'),
            })}
            onDone={onDone}
          >
            <TextField
              name="reason"
              label={t('person.conflictOn', { title: item.title })}
              required
              maxLength={200}
            />
          </CommandForm>
        ))}
      {free.length > 0 && (
        <CommandForm
          submitLabel={t('person.conflictDo')}
          toCommand={(form) => {
            const item = free.find(({ id }) => id === wordsIn(form, 'itemId'))
            return (
              (item && {
                type: 'flag-conflict',
                seatId: seat.id,
                itemId: item.id,
                reason: wordsIn(form, 'reason'),
              }) ??
              null
            )
          }}
          onDone={onDone}
        >
          <SelectField
            name="itemId"
            label={t('person.conflictItem')}
            options={free.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <TextField name="reason" label={t('person.conflictWhy')} required maxLength={200} />
        </CommandForm>
      )}
    </Part>
  )
}

function Name({ seat }: { seat: Seat }) {
  const { t } = useTranslation('console')
  const { meeting } = useLive()
  const act = useAct()
  const named = meeting.named.includes(seat.id)
  return (
    <Part title={t('person.name')}>
      <p className="ink2 sm">{t(named ? 'person.named' : 'person.nameNote')}</p>
      {!named && (
        <Button
          busy={act.busy !== null}
          onClick={() => void act.act({ type: 'name-party', seatId: seat.id })}
        >
          {t('person.nameDo')}
        </Button>
      )}
      <TroubleNote trouble={act.trouble} />
    </Part>
  )
}

function Warnings({ seat, onDone }: { seat: Seat; onDone: () => void }) {
  const { t } = useTranslation('console')
  const { meeting } = useLive()
  const [reason, setReason] = useState('')
  const given = meeting.warnings.filter((each) => each.seatId === seat.id)
  const silenced = isSilenced(meeting, seat.id)
  const { warnings } = meeting.rules
  return (
    <Part title={t('person.warnings', { count: warningsOf(meeting, seat.id), of: warnings })}>
      <p className="ink2 sm">
        {t(silenced ? 'person.silenced' : 'person.warnNote', { count: warnings })}
      </p>
      {given.length > 0 && (
        <ul className="sm">
          {given.map((each) => (
            <li key={each.at}>{each.reason}</li>
          ))}
        </ul>
      )}
      <CommandForm
        look={silenced ? 'primary' : 'stop'}
        submitLabel={t(silenced ? 'person.lift' : 'person.warn')}
        toCommand={() => ({
          type: silenced ? 'lift-warning' : 'warn',
          seatId: seat.id,
          reason,
        })}
        onDone={onDone}
      >
        <TextField
          name="reason"
          label={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          maxLength={200}
        />
        {!silenced && (
          <div className="row wrap" style={{ gap: 8 }}>
            {[t('person.warnCut'), t('person.warnInsult'), t('person.warnOff')].map((words) => (
              <Button key={words} size="small" look="soft" onClick={() => setReason(words)}>
                {words}
              </Button>
            ))}
          </div>
        )}
      </CommandForm>
      {given.length > 0 && !silenced && (
        <details>
          <summary className="sm b">{t('person.lift')}</summary>
          <CommandForm
            submitLabel={t('person.lift')}
            toCommand={(form) => ({
              type: 'lift-warning',
              seatId: seat.id,
              reason: wordsIn(form, 'why'),
            })}
            onDone={onDone}
          >
            <TextField name="why" label={t('person.liftWhy')} required maxLength={200} />
          </CommandForm>
        </details>
      )}
    </Part>
  )
}
