### Pan fydd rhywbeth yn mynd o’i le.
