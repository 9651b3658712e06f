import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemState } from '#app/domain/meetings/meeting-state.ts'
import type { TaskLead } from '#app/domain/meetings/meeting-event.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { isoDay } from '#app/i18n/format.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice-field.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'

type Props = { item: ItemState; isOpen: boolean; onClose: () => void }

const DAY_MS = 24 * 3_600_000

/** One lead, helpers, a day: what was agreed becomes somebody's task. */
export function TaskDialog({ item, isOpen, onClose }: Props) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  const now = useServerNow(60_000)
  const act = useAct()
  const [days, setDays] = useState(14)
  const people = meeting.seats.filter((seat) => seat.role !== 'supervisor')
  const asLead = (seatId: string): TaskLead | null => {
    const seat = people.find((each) => each.id === seatId)
    // Who the person is is known to the server by the seat's name and side alone; it has no person id here.
    return seat ? { personId: null, name: seat.name, side: seat.side } : null
  }

  async function assign(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const lead = asLead(String(form.get('lead') ?? ''))
    if (!lead) return
    const helpers = form
      .getAll('helpers')
      .map((seatId) => asLead(String(seatId)))
      .filter((helper) => helper !== null)
      .filter((helper) => helper.name !== lead.name)
    const done = await act.act({
      type: 'assign-task',
      itemId: item.id,
      title: String(form.get('title') ?? ''),
      lead,
      helpers,
      dueOn: String(form.get('dueOn') ?? ''),
    })
    if (done) onClose()
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      wide
      title={t('task.title')}
      closeLabel={t('console.close')}
    >
      <form onSubmit={(event) => void assign(event)} className="col" style={{ gap: 14 }}>
        <TextField
          name="title"
          label={t('task.what')}
          defaultValue={item.proposal ?? item.title}
          required
          maxLength={500}
        />
        <SelectField
          name="lead"
          label={t('task.lead')}
          hint={t('task.leadHint')}
          required
          placeholder={t('console.choose')}
          options={people.map((seat) => ({
            value: seat.id,
            label: t('console.seatOption', {
              name: seat.name,
              side: term(`side.${seat.side}`),
            }),
          }))}
        />
        <div>
          <TextField
            key={days}
            name="dueOn"
            type="date"
            label={t('task.due')}
            required
            min={isoDay(new Date(now))}
            defaultValue={isoDay(new Date(now + days * DAY_MS))}
          />
          <div className="row wrap" style={{ gap: 8, marginTop: 8 }}>
            {[7, 14, 30].map((each) => (
              <Button key={each} size="small" look="soft" onClick={() => setDays(each)}>
                {t('task.inDays', { count: each })}
              </Button>
            ))}
          </div>
        </div>
        <CheckboxGroup
          name="helpers"
          label={t('task.helpers')}
          optional={t('optional')}
          choices={people.map((seat) => ({
            value: seat.id,
            label: t('console.seatOption', {
              name: seat.name,
              side: term(`side.${seat.side}`),
            }),
          }))}
        />
        <TroubleNote trouble={act.trouble} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" busy={act.busy !== null}>
            {t('task.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
