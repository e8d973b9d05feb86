pragma ComponentBehavior: Bound

import QtQuick
import Larder
import Larder.ViewModels

// Signing in, or making an account. Errors stand beside their fields.
Column {
    id: root

    required property AccountViewModel viewModel

    spacing: Theme.x4

    BodyText {
        width: parent.width
        text: qsTr("An account is for sharing lists and for having them on other devices. Without one, everything stays here and works the same.")
        color: Theme.dim
    }
    Segments {
        width: parent.width
        label: qsTr("Sign in or new account")
        choices: [qsTr("Sign in"), qsTr("New account")]
        current: root.viewModel.registering ? 1 : 0
        onChosen: index => root.viewModel.registering = index === 1
    }
    Field {
        width: parent.width
        label: qsTr("Server")
        placeholder: "https://larder.example.org"
        value: root.viewModel.server
        error: root.viewModel.serverError
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
        onEdited: text => root.viewModel.server = text
        onAccepted: root.viewModel.submit()
    }
    Field {
        width: parent.width
        visible: root.viewModel.registering
        label: qsTr("Your name")
        value: root.viewModel.name
        error: root.viewModel.nameError
        onEdited: text => root.viewModel.name = text
        onAccepted: root.viewModel.submit()
    }
    Field {
        width: parent.width
        label: qsTr("E-mail")
        value: root.viewModel.email
        error: root.viewModel.emailError
        inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase
        onEdited: text => root.viewModel.email = text
        onAccepted: root.viewModel.submit()
    }
    Field {
        width: parent.width
        label: qsTr("Password")
        value: root.viewModel.password
        error: root.viewModel.passwordError
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        onEdited: text => root.viewModel.password = text
        onAccepted: root.viewModel.submit()
    }
    BodyText {
        width: parent.width
        visible: text !== ""
        text: root.viewModel.error
        color: Theme.danger
    }
    ActionButton {
        width: parent.width
        look: ActionButton.Filled
        enabled: !root.viewModel.busy
        text: root.viewModel.busy ? qsTr("One moment…") : root.viewModel.registering ? qsTr("Make the account") : qsTr("Sign in")
        onClicked: root.viewModel.submit()
    }
}
