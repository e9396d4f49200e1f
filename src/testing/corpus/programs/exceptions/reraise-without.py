# A bare raise without an exception.
try:
    raise
except RuntimeError as e:
    print(e)

def f():
    raise

try:
    f()
except RuntimeError as e:
    print(e)

# expect: No active exception to reraise
# expect: No active exception to reraise
