### Pan fydda i’n sâl. Not clinically reviewed.
