# Sourced by ./run where there is no display: two headless clients and a server, over the real socket. Both take a
# list, go offline, edit the same items and different ones; one is killed with its queue full; both come back.

home=$(mktemp -d "${TMPDIR:-/tmp}/larder-run.XXXXXX")
start_server "$home/server" --http-port 0 --sync-port 0

finish() {
    for name in Ana Ben; do
        [ -z "${client_pid[$name]:-}" ] || kill "${client_pid[$name]}" 2>/dev/null || true
    done
    stop_server
    rm -rf "$home"
}
trap finish EXIT

declare -A client_pid into out_of

# A client is a process that reads commands and answers each with one line of JSON.
start_client() {
    local name=$1 in out
    mkfifo "$home/$name.in.$$" "$home/$name.out.$$"
    "$larder" headless --database "$home/$name.sqlite" --server "$server_url" \
        <"$home/$name.in.$$" >"$home/$name.out.$$" 2>>"$home/$name.log" &
    client_pid[$name]=$!
    exec {in}>"$home/$name.in.$$" {out}<"$home/$name.out.$$"
    into[$name]=$in out_of[$name]=$out
    rm "$home/$name.in.$$" "$home/$name.out.$$"
}

# tell NAME COMMAND: sets `answer`; a refused command ends the run.
tell() {
    local name=$1
    shift
    printf '%s\n' "$*" >&"${into[$name]}"
    IFS= read -r -t 60 answer <&"${out_of[$name]}" || die "$name gave no answer to: $*"
    [[ $answer == *'"ok":true'* ]] || die "$name could not: $* ($answer)"
}

field() { sed -n "s/.*\"$1\":\"\\([^\"]*\\)\".*/\\1/p" <<<"$answer"; }
number() { sed -n "s/.*\"$1\":\\([0-9]*\\).*/\\1/p" <<<"$answer"; }

kill_client() {
    local in=${into[$1]} out=${out_of[$1]}
    kill -9 "${client_pid[$1]}"
    wait "${client_pid[$1]}" 2>/dev/null || true
    exec {in}>&- {out}<&-
}

echo "Ana makes a list and shares it with Ben."
start_client Ana
start_client Ben
tell Ana register ana@larder.example "$(head -c 12 /dev/urandom | base64)" Ana
tell Ben register ben@larder.example "$(head -c 12 /dev/urandom | base64)" Ben
tell Ana wait-live
tell Ben wait-live
tell Ana new-list Weekly
for entry in "2 kg apples" "milk 1.5 l" "6x eggs" "½ lb butter" "bread" "500 g pasta" "3 lemons" "coffee" "200 g cheddar" \
    "1 kg potatoes" "rice" "olive oil 750 ml"; do
    tell Ana add "$entry"
done
tell Ana wait-synced
tell Ana share ben@larder.example editor
tell Ben wait-list Weekly
tell Ben use Weekly
tell Ben wait-items 12

echo "Both go offline and edit."
tell Ana offline
tell Ben offline
tell Ana check milk
tell Ana edit eggs quantity 12
tell Ana edit bread note "the dark one"
tell Ana add "tomatoes 750 g"
tell Ana delete rice
tell Ben check milk
tell Ben edit eggs note "free range"
tell Ben edit bread note "with seeds"
tell Ben add "yoghurt 4x"
for ((i = 1; i <= 200; i++)); do
    tell Ben edit coffee note "packet $i"
    tell Ben add "$i g spice no. $i"
    tell Ben delete "spice no. $i"
done
tell Ben edit coffee note "two packets"
tell Ben queue
queued=$(number queued)
kill_client Ben
echo "Ben was killed with -9, $queued writes in his queue."

echo "Both come back."
start_client Ben
tell Ben use Weekly
tell Ben wait-synced
tell Ana online
tell Ana wait-synced
tell Ben wait-synced

for ((tries = 0; tries < 100; tries++)); do
    tell Ana digest
    ana=$(field digest)
    tell Ben digest
    ben=$(field digest)
    [ "$ana" = "$ben" ] && break
    sleep 0.1
done
for name in Ana Ben; do
    tell $name show
    sed 's/.*"lines":\[//; s/\].*//; s/^"//; s/"$//; s/","/\n/g' <<<"$answer" >"$home/$name.shown"
done
echo
printf '%-40s %s\n' Ana Ben
paste -d '\t' "$home/Ana.shown" "$home/Ben.shown" | while IFS=$'\t' read -r left right; do
    printf '%-*s %s\n' $((40 + $(printf '%s' "$left" | wc -c) - ${#left})) "$left" "$right"
done
echo
printf '%-40.32s %.32s\n' "$ana" "$ben"
[ "$ana" = "$ben" ] || die "The two lists differ."
cmp -s "$home/Ana.shown" "$home/Ben.shown" || die "The two lists look different."
echo "Both hold the same bytes."
