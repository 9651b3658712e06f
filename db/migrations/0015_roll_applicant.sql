ALTER TABLE "roll" ADD COLUMN "applicant_unit_id" text;--> statement-breakpoint
ALTER TABLE "roll" ADD COLUMN "applicant_masked" text;--> statement-breakpoint
ALTER TABLE "roll" ADD CONSTRAINT "roll_applicant_unit_id_property_unit_id_fk" FOREIGN KEY ("applicant_unit_id") REFERENCES "public"."property_unit"("id") ON DELETE no action ON UPDATE no action;