# Python's own library is there, and the project's files are.
import json, math, collections, re, itertools, statistics, datetime, dataclasses, sqlite3, time
start = time.time()
time.sleep(0.05)
print(json.dumps({"a": 1}), collections.Counter("aab")["a"], re.sub("x", "y", "x"), 0.05 <= time.time() - start < 5)
print(open("library.py").readline().strip(), open("helper.py").read()[:3])
print(7 / 2, 0o17, __name__)
# expect host: {"a": 1} 2 y True
# expect host: # Python's own library is there, and the project's files are. def
# expect host: 3.5 15 __main__
