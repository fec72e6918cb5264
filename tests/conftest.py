"""What holds for all tests."""

import gc

# A process with the test tools in it holds a million objects: looking through them again and again, as the usual
# thresholds have it, is a tenth of the run.
gc.set_threshold(50_000, 20, 50)
