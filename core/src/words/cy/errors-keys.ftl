### Pan mai’r allwedd neu’r geiriau adfer yw’r drafferth.
