-- An authority that a reorganisation brings is entered before it has its codes; whoever has them names it by them from then on.
ALTER TABLE "Authority" ALTER COLUMN "dfeCode" DROP NOT NULL;
ALTER TABLE "Authority" ALTER COLUMN "gssCode" DROP NOT NULL;
