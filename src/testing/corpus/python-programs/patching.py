# host
# A program that would have our own code call it, with the memory of the chip and of the line in its hands.
# expect host: 0 stay changed
# expect host: nothing was caught
# expect host: no memory was found
# expect host: [[1, 2.5, 'x']]
import time

from pyodide.ffi import create_proxy, to_js

from epython import offload, recv

caught = []


def trap(*given, **named):
    caught.append([type(one).__name__ for one in given])
    raise ValueError("caught")


traps = [create_proxy(trap), create_proxy(trap, capture_this=True)]
typed = getattr(to_js(b"x"), "constructor")
array = getattr(to_js([1]), "constructor")
view = to_js(memoryview(b"12345678"))
changed = []
memories = []


def prototypes():
    """Whatever a program comes to from what it can make."""
    seen = []
    things = [typed, array, to_js([1]), to_js({"a": 1}), to_js(b"x"), view, to_js({1, 2})]
    names = (
        "constructor prototype __proto__ buffer values entries next then get _api _module public_api HEAP8 wasmMemory "
        "Py_EmscriptenSignalBuffer interruptBuffer"
    ).split()
    while things and len(seen) < 2000:
        thing = things.pop()
        if not hasattr(thing, "js_id") or thing.js_id in seen:
            continue
        seen.append(thing.js_id)
        if "SharedArrayBuffer" in repr(thing.constructor) and getattr(thing, "byteLength", 0) > 4:
            memories.append(thing)
        yield thing
        for name in names:
            try:
                things.append(getattr(thing, name))
            except BaseException:
                pass


wanted = (
    "slice set fill copyWithin subarray buffer length at values forEach map push pop indexOf includes find filter some every "
    "join sort get has add delete then call apply bind toString valueOf toJSON constructor next return load store add "
    "exchange compareExchange wait notify getUint32 setFloat64 setUint32 getFloat64 getInt32 getUint8 prepareStackTrace "
    "kind number registers words doubles"
).split()


def name_of(thing):
    """A class of JavaScript, or what its objects inherit from."""
    return getattr(thing, "name", None) or "objects of " + str(getattr(thing.constructor, "name", "?"))


for thing in prototypes():
    # Its own objects a program may change: what others are made from it may not.
    try:
        shared = hasattr(thing, "prototype") or thing.js_id == getattr(thing.constructor, "prototype").js_id
    except BaseException:
        shared = False
    if not shared:
        continue
    for name in wanted:
        for made in traps:
            try:
                setattr(thing, name, made)
                changed.append(name_of(thing))
            except BaseException:
                pass

print(len(changed), "stay changed", *sorted(set(changed)))


@offload(target=1)
def values():
    return [1, 2.5, "x"]


# Both of these go through our own JavaScript, which would meet the traps.
time.sleep(0.01)
try:
    result = values()
except BaseException as error:
    result = repr(error)
print("nothing was caught" if not caught else caught[:9])
print("a memory was found" if memories else "no memory was found")
print(result)
