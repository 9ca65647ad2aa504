# The shape of the code, a line a folder: files, lines, the longest file, and
# the lines of functions (KNF: a brace in column one opens and closes each).
function folder_of(f)	{ sub(/\/[^\/]*$/, "", f); return f }

FNR == 1		{ here = folder_of(FILENAME); files[here]++; start = 0 }
			{ lines[here]++ }
FNR > longest[here]	{ longest[here] = FNR }
/^[ \t]*(\/\*|\*|\/\/)/	{ comments[here]++ }
/^\{/			{ start = FNR }
/^\}/ && start {
	n = FNR - start - 1
	count[here]++
	size[here, count[here]] = n
	if (n > most[here]) {
		most[here] = n
		where[here] = FILENAME ":" start
	}
	start = 0
}
# Counting sort is enough: nothing here is longer than a few hundred lines.
function rank(folder, share,	i, n, k, seen) {
	for (i = 1; i <= count[folder]; i++)
		seen[size[folder, i]]++
	for (n = 0; n <= most[folder]; n++) {
		k += seen[n]
		if (k >= share * count[folder])
			return n
	}
	return 0
}
END {
	printf "%-18s %5s %6s %7s %7s %4s %4s %8s  %s\n", "folder", "files",
	    "lines", "longest", "median", "p95", "max", "comments", "longest function"
	for (f in files)
		printf "%-18s %5d %6d %7d %7d %4d %4d %7d%%  %s\n", f,
		    files[f], lines[f], longest[f], rank(f, .5), rank(f, .95),
		    most[f], 100 * comments[f] / lines[f], where[f] | "sort"
}
