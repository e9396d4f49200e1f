# A default is computed where the function is defined, even if nobody calls it.
# expect: computed
def say():
    print("computed")
    return 1


def unused(a=say()):
    return a


def other(a=1 // 0):  # fault: division-by-zero
    return a
