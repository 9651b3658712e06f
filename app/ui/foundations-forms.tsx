import { IconEye, IconEyeOff, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup, Switch } from './choice-field.tsx'
import { Dialog } from './dialog.tsx'
import { SelectField, TextAreaField, TextField } from './field.tsx'
import type { FoundationsWords } from './foundations-words.ts'
import { SegmentedLinks, SegmentedRadios } from './segmented.tsx'

/** Fields, choices and the dialog in their states. */
export function FormSpecimens({ words: { forms, sides } }: { words: FoundationsWords }) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <div className="g3">
      <div className="fd-col">
        <TextField
          name="place"
          label={forms.place}
          hint={forms.placeHint}
          defaultValue={forms.placeValue}
        />
        <TextField
          name="phone"
          label={forms.phone}
          inputMode="numeric"
          defaultValue="1385"
          error={forms.phoneError}
        />
        <TextField name="closed" label={forms.number} defaultValue="2026-017" disabled />
      </div>
      <div className="fd-col">
        <SelectField
          name="estate"
          label={forms.estate}
          placeholder={forms.choose}
          options={[
            { value: 'lanxi', label: forms.estates.lanxi },
            { value: 'hebin', label: forms.estates.hebin },
          ]}
        />
        <TextAreaField
          name="words"
          label={forms.words}
          optional={forms.optional}
          placeholder={forms.example}
        />
        <SegmentedRadios
          label={forms.secrecy}
          name="secrecy"
          defaultValue="secret"
          items={[
            { value: 'secret', label: forms.secret, icon: IconEyeOff },
            { value: 'named', label: forms.named, icon: IconEye },
          ]}
        />
        <SegmentedLinks
          label={forms.view}
          items={[
            { to: '?view=list', label: forms.list, current: true },
            { to: '?view=board', label: forms.board },
          ]}
        />
      </div>
      <div className="fd-col">
        <RadioGroup
          name="repeat"
          label={forms.repeat}
          hint={forms.repeatHint}
          defaultValue="month"
          choices={[
            { value: 'once', label: forms.once },
            { value: 'month', label: forms.monthly, note: forms.monthlyNote },
            { value: 'day', label: forms.daily, disabled: true },
          ]}
        />
        <CheckboxGroup
          name="sides"
          label={forms.who}
          defaultValues={['residents']}
          error={forms.whoError}
          choices={[
            { value: 'residents', label: sides.residents },
            { value: 'property', label: sides.property },
          ]}
        />
        <Checkbox name="agree" label={forms.agree} defaultChecked />
        <Switch name="aloud" label={forms.aloud} defaultChecked />
        <div>
          <Button look="stop" icon={IconX} onClick={() => setOpen(true)}>
            {forms.open}
          </Button>
        </div>
        <Dialog
          isOpen={isOpen}
          onOpenChange={setOpen}
          title={forms.closeTitle}
          closeLabel={forms.close}
          footer={
            <>
              <Button onClick={close}>{forms.wait}</Button>
              <Button look="primary" onClick={close}>
                {forms.confirm}
              </Button>
            </>
          }
        >
          <p>{forms.closeBody}</p>
        </Dialog>
      </div>
    </div>
  )
}
