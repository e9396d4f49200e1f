import time
time.sleep(-1)  # fault: negative-time
