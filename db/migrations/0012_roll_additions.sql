CREATE TABLE "roll_addition_paper" (
	"addition_id" text PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roll_addition" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"roll_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"reason" text NOT NULL,
	"evidence" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	"ended_reason" text,
	CONSTRAINT "roll_addition_ended_reason" CHECK (("roll_addition"."ended_at" is null) = ("roll_addition"."ended_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "roll_elector" ADD COLUMN "added_reason" text;--> statement-breakpoint
ALTER TABLE "roll" ADD COLUMN "added" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "roll_addition_paper" ADD CONSTRAINT "roll_addition_paper_addition_id_roll_addition_id_fk" FOREIGN KEY ("addition_id") REFERENCES "public"."roll_addition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_addition" ADD CONSTRAINT "roll_addition_roll_id_roll_id_fk" FOREIGN KEY ("roll_id") REFERENCES "public"."roll"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_addition" ADD CONSTRAINT "roll_addition_unit_id_property_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."property_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "roll_addition_standing" ON "roll_addition" USING btree ("roll_id","unit_id") WHERE "roll_addition"."ended_at" is null;