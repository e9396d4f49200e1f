# What cannot be a kernel, and what cannot be asked of one, is refused with the line and the reason; the rest goes on.
from epython import *
import json

def tell(work):
    try:
        work()
    except Exception as error:
        print(type(error).__name__ + ":", error)

def closure():
    k = 3

    @offload
    def inner():
        return k

def unsupported():
    @offload
    def inner(x):
        x = x @ x
        if x:
            return 0
        return x

def many():
    @offload
    def inner(*x):
        return 0

def default():
    @offload
    def inner(x=1j):
        return 0

def module():
    @offload
    def inner(x):
        return json.dumps(x)

def option():
    @offload(speed=3)
    def inner(x):
        return x

size = 4

@offload
def uses():
    return size

@offload(target=0)
def same(x):
    return x

def twice():
    @offload
    @offload(target=0)
    def inner(x):
        return x

for work in [closure, unsupported, many, default, module, option, uses, twice]:
    tell(work)
for value in [1j, 2**31, object]:
    tell(lambda: same(value))
tell(lambda: same(1, target=16))
tell(lambda: same(1, auto=17))
tell(lambda: same(1, auto=1, all=True))
tell(lambda: same())
tell(lambda: same(tell_me_not))
tell(lambda: reduce(1, "sum"))
tell(lambda: send(1, 16))
loop = []
loop.append(loop)
tell(lambda: same(loop))
print(same(3), same([]), same((1, [2.5, "a\u20ac", True], None)), same(0.1), same(-0.0), same(range(3)))
# expect host: OffloadError: line 14: inner cannot go to the cores: it uses k of the function around it; pass it as an argument
# expect host: OffloadError: line 21: …
# expect host: OffloadError: line 28: inner cannot go to the cores: *x stands for any number of arguments
# expect host: OffloadError: line 33: the default of x in inner: a complex cannot travel to a core: numbers, strings, None, and lists, tuples, sets and dictionaries of them can
# expect host: OffloadError: line 39: inner uses json of the module json, which the cores do not have
# expect host: OffloadError: offload has no option 'speed'; there are async, asynchronous, async_, target, auto, all, device
# expect host: OffloadError: line 50: uses uses size, a variable of the host: pass it as an argument, or put it on the cores with define_on_device(size) before the launch
# expect host: OffloadError: line 59: inner is a kernel already: decorate it once, with all its options
# expect host: TypeError: x, an argument of same: a complex cannot travel to a core: numbers, strings, None, and lists, tuples, sets and dictionaries of them can
# expect host: TypeError: x, an argument of same: the int 2147483648 does not fit: on a core ints go from -2147483648 to 2147483647
# expect host: TypeError: x, an argument of same: a type cannot travel to a core: numbers, strings, None, and lists, tuples, sets and dictionaries of them can
# expect host: OffloadError: there is no core 16: there are 16, from 0 to 15
# expect host: OffloadError: auto takes how many cores: 1 to 16, not 17
# expect host: OffloadError: target, auto and all each say which cores: give one of them
# expect host: TypeError: same() missing a required argument: 'x'
# expect host: NameError: name 'tell_me_not' is not defined
# expect host: OffloadError: reduce is for all cores: it needs a program of their own on them
# expect host: OffloadError: send: core 16 cannot exchange messages with itself
# expect host: TypeError: x, an argument of same: a list that contains itself cannot travel to a core
# expect host: [3] [[]] [(1, [2.5, 'a€', True], None)] [0.1] [-0.0] [[0, 1, 2]]
