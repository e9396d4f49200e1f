from epython import offload

@offload(async=True)
def add(a, b):
  print "adding"
  return a + b

handler = add(10, 20)
values = []
while len(values) < 16:
  values.append(handler.wait_any())
print handler.wait_any(), handler.test(), sum(values)
print handler.wait()
# expect: adding × 16
# expect host: None False 480
# expect host: [30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30]
