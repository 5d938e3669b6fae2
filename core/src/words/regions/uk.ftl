### The United Kingdom: whom to ring. These sentences are part of the safety case: change none without a review.

region-life-at-risk = Life at risk? 999 (text relay and BSL too). Urgent? 111.
region-mood-yes = Thank you. Nobody has been told yet. Please talk to your practice. Not safe, or thinking of harming yourself? 999 or A&E; 111, mental health option; Samaritans 116 123.
region-emergency-number = 999
region-urgent-number = 111
