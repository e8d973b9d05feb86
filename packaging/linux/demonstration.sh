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
until tell Ben lists && [[ $answer == *Weekly* ]]; do
    [ $((tries = ${tries:-0} + 1)) -le 100 ] || die "The shared list did not reach Ben."
    sleep 0.1
done
tell Ana digest
tell Ben wait-digest "$(field digest)"
tell Ben use Weekly

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
for spice in anise basil caraway cardamom chives cinnamon cloves coriander cumin dill fennel ginger marjoram mint nutmeg \
    oregano paprika pepper rosemary saffron sage tarragon thyme turmeric; do
    tell Ben add "20 g $spice"
done
tell Ben check ginger
tell Ben delete cloves
tell Ben status
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

tell Ana digest
ana=$(field digest)
tell Ben wait-digest "$ana"
tell Ben digest
ben=$(field digest)

# One line an item, out of the JSON of `list`.
shown() {
    sed 's/.*"items":\[{//; s/}\],"list".*//; s/},{/\n/g' <<<"$answer" | while IFS= read -r item; do
        value() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" <<<"$item"; }
        [[ $item == *'"checked":true'* ]] && box=x || box=' '
        amount="$(value quantity) $(value unit)"
        note=$(value note)
        printf '[%s] %s\n' "$box" "$(value name)  ${amount% }${note:+  ($note)}"
    done
}
tell Ana use Weekly
tell Ana list
shown >"$home/Ana.shown"
tell Ben list
shown >"$home/Ben.shown"

# bash pads by bytes; the column is 40 characters wide.
echo
printf '%-40s %s\n' Ana Ben
paste -d '\t' "$home/Ana.shown" "$home/Ben.shown" | while IFS=$'\t' read -r left right; do
    printf '%s%*s %s\n' "$left" $((40 - ${#left})) '' "$right"
done
echo
printf '%-40.36s %.36s\n' "$ana" "$ben"
[ "$ana" = "$ben" ] || die "The two lists differ."
cmp -s "$home/Ana.shown" "$home/Ben.shown" || die "The two lists look different."
echo "Both hold the same bytes."
