-- Whoever holds two posts reads in each of them. Every reading was kept with the post in which it was made, so that the rows there are stay
-- as they are, and true.
ALTER TABLE "PackReading" DROP CONSTRAINT "PackReading_pkey",
ADD CONSTRAINT "PackReading_pkey" PRIMARY KEY ("documentId", "personId", "postId");
