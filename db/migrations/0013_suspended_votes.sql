CREATE TABLE "roll_suspension" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"roll_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"reason" text NOT NULL,
	"marked_by" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_by" text
);
--> statement-breakpoint
ALTER TABLE "register_setting" ADD COLUMN "debtors_vote" text DEFAULT 'count' NOT NULL;--> statement-breakpoint
ALTER TABLE "register_setting" ADD COLUMN "debtors_basis" text;--> statement-breakpoint
ALTER TABLE "roll_suspension" ADD CONSTRAINT "roll_suspension_roll_id_elector_id_roll_elector_roll_id_elector_id_fk" FOREIGN KEY ("roll_id","elector_id") REFERENCES "public"."roll_elector"("roll_id","elector_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "roll_suspension_standing" ON "roll_suspension" USING btree ("roll_id","elector_id") WHERE "roll_suspension"."lifted_at" is null;