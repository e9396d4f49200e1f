# A default is computed where the function is defined, even if nobody calls it.
# expect: computed
# fault: core 0 division-by-zero line 13
def say():
    print("computed")
    return 1


def unused(a=say()):
    return a


def other(a=1 // 0):
    return a
