CREATE TABLE "assisted_vote" (
	"ballot_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"witness" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "assisted_vote_ballot_id_elector_id_pk" PRIMARY KEY("ballot_id","elector_id")
);
--> statement-breakpoint
CREATE TABLE "carried_item" (
	"from_meeting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"compound_id" text NOT NULL,
	"room" text NOT NULL,
	"item" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"taken_by" text,
	CONSTRAINT "carried_item_from_meeting_id_item_id_pk" PRIMARY KEY("from_meeting_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "temperature_check" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "temperature_tally" (
	"check_id" text NOT NULL,
	"colour" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "temperature_tally_check_id_colour_pk" PRIMARY KEY("check_id","colour")
);
--> statement-breakpoint
CREATE TABLE "temperature_turnout" (
	"check_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "temperature_turnout_check_id_seat_id_pk" PRIMARY KEY("check_id","seat_id")
);
--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "carried_from" jsonb;--> statement-breakpoint
ALTER TABLE "assisted_vote" ADD CONSTRAINT "assisted_vote_ballot_id_ballot_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_item" ADD CONSTRAINT "carried_item_from_meeting_id_meeting_id_fk" FOREIGN KEY ("from_meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_item" ADD CONSTRAINT "carried_item_compound_id_place_id_fk" FOREIGN KEY ("compound_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_item" ADD CONSTRAINT "carried_item_taken_by_meeting_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."meeting"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "temperature_check" ADD CONSTRAINT "temperature_check_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "temperature_tally" ADD CONSTRAINT "temperature_tally_check_id_temperature_check_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."temperature_check"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "temperature_turnout" ADD CONSTRAINT "temperature_turnout_check_id_temperature_check_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."temperature_check"("id") ON DELETE no action ON UPDATE no action;