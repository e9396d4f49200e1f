# A kernel on every core, and again without waiting for it.
from epython import offload

@offload
def greet(first, second):
  print "Hello from a kernel"
  return first + second

print greet(10, 20)
handler = greet(10, 20, async=True)
print handler.wait(), handler.running
# expect: Hello from a kernel × 32
# expect host: [30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30]
# expect host: [30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30] 0
