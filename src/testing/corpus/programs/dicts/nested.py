table = {"row": {"col": {"cell": 1}}}
table["row"]["col"]["cell"] += 1
table["row"]["other"] = []
table["row"]["other"].append(3)
print(table)
# expect: {'row': {'col': {'cell': 2}, 'other': [3]}}
