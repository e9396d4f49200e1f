from epython import offload

@offload(auto=4)
def four(a, b):
  print "four"
  return a + b

@offload(target=[1, 5, 8])
def three(a, b):
  from parallel import coreid
  print "three on " + str(coreid())
  return a + b

@offload
def either(a, b):
  from parallel import coreid
  print "either on " + str(coreid())
  return a + b

print four(10, 20)
print three(10, 20)
h = either(10, 20, target=[9, 10], async=True)
print h.wait()
print four(1, 2, all=True) == [3] * 16
# expect: four × 20
# expect 1: three on 1
# expect 5: three on 5
# expect 8: three on 8
# expect 9: either on 9
# expect 10: either on 10
# expect host: [30, 30, 30, 30]
# expect host: [30, 30, 30]
# expect host: [30, 30]
# expect host: True
